import type { Page } from '@playwright/test'
import { areAlive, CONTROLS } from '../../e2e/alive'
import { scoreBand, type Times } from './gestures'
import { pressRested, pressWord, TURNS, typeUpToLast } from './hands'
import { untilThere, whenSounding, type Watched } from './watch'

/** Milliseconds for which a page is looked at before anything is done to it, so that what it loads ahead can come. */
const LOOK_MS = 1_500
const PAUSE_MS = 50

type Where = { origin: string; words: string[]; playable: string[] }

/** Each gesture in turn; what was opened once is not opened again. */
export async function feelDebrief(page: Page, { origin, words, playable }: Where): Promise<Times> {
  const open = async (path: string) => {
    await page.goto(origin + path)
    await untilAlive(page)
    await page.waitForTimeout(LOOK_MS)
  }
  return {
    ...(await openRows(page, open)),
    'next candidate readable': await walkOn(page, open),
    'key → filter applied': await narrow(page, open),
    'last letter → results': await search(page, open, words),
    'palette usable': await openPalette(page, open),
    ...(await listen(page, open, playable)),
  }
}

type Open = (path: string) => Promise<void>

async function openRows(page: Page, open: Open) {
  await open('/candidates')
  const [readable, back]: [number[], number[]] = [[], []]
  for (const id of (await idsListed(page)).slice(0, TURNS)) {
    await whenReadable(page, { event: 'click', id })
    await pressRested(page, `tbody a[href^="/candidates/${id}"]`)
    readable.push(await untilThere(page))
    await page.waitForTimeout(LOOK_MS)
    await whenBack(page, id)
    await pressRested(page, 'header a[href^="/candidates"]')
    back.push(await untilThere(page))
  }
  return { 'row → candidate readable': readable, 'back to the list at its place': back }
}

async function walkOn(page: Page, open: Open) {
  await open('/candidates?sort=candidate')
  const [first, ...rest] = await idsListed(page)
  await open(`/candidates/${first}?sort=candidate`)
  const times: number[] = []
  for (const id of rest.slice(0, TURNS)) {
    await whenReadable(page, { event: 'keydown', id })
    await page.keyboard.press(']')
    times.push(await untilThere(page))
    await page.waitForTimeout(LOOK_MS)
  }
  return times
}

async function narrow(page: Page, open: Open) {
  await open('/candidates')
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const { from, to } = scoreBand(turn)
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Score', exact: true }).click()
    await page.getByRole('textbox', { name: 'From' }).fill(from)
    await page.getByRole('textbox', { name: 'To', exact: true }).fill(to)
    await whenListed(page, { name: 'score', value: `${from}..${to}` })
    await page.keyboard.press('Enter')
    times.push(await untilThere(page))
  }
  return times
}

async function search(page: Page, open: Open, words: string[]) {
  const times: number[] = []
  for (const word of words) {
    await open('/candidates')
    await page.keyboard.press('/')
    const last = await typeUpToLast(page, word)
    await whenListed(page, { name: 'q', value: word })
    await page.keyboard.press(last)
    times.push(await untilThere(page))
  }
  return times
}

async function openPalette(page: Page, open: Open) {
  await open('/candidates')
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await page.keyboard.down('Control')
    await whenPaletteUsable(page)
    await page.keyboard.press('k')
    times.push(await untilThere(page))
    await page.keyboard.up('Control')
    await page.keyboard.press('Escape')
    await page.locator('[role=combobox]').waitFor({ state: 'detached' })
  }
  return times
}

async function listen(page: Page, open: Open, playable: string[]) {
  const [played, sought]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    await open(`/candidates/${playable[turn % playable.length]}`)
    await whenSounding(page)
    await pressRested(page, 'role=button[name="Play"]')
    played.push(await untilThere(page))
    await page.keyboard.press('k')
    await whenSounding(page, { afterSeek: true })
    await pressWord(page, `[data-segment="${2 + (turn % 5)}"] p`)
    sought.push(await untilThere(page))
  }
  return { 'Play → sound': played, 'word → sound': sought }
}

async function untilAlive(page: Page) {
  while (!(await page.locator(CONTROLS).evaluateAll(areAlive))) await page.waitForTimeout(PAUSE_MS)
}

function idsListed(page: Page): Promise<string[]> {
  return page
    .locator('tbody td:first-child > a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1) ?? ''),
    )
}

function whenReadable(page: Page, wanted: { event: 'click' | 'keydown'; id: string }) {
  return page.evaluate(({ event, id }) => {
    ;(window as unknown as Watched).tellWhen(
      event,
      () => location.pathname.endsWith(`/${id}`) && document.querySelector('[data-segment]') !== null,
    )
  }, wanted)
}

/** With the row that was opened in sight. */
function whenBack(page: Page, opened: string) {
  return page.evaluate((id) => {
    ;(window as unknown as Watched).tellWhen('click', () => {
      const row = document.querySelector(`tbody a[href^="/candidates/${id}"]`)?.getBoundingClientRect()
      return location.pathname === '/candidates' && row !== undefined && row.top > 0 && row.bottom < innerHeight
    })
  }, opened)
}

/** Once the list that the address names has been read and drawn. */
function whenListed(page: Page, parameter: { name: string; value: string }) {
  return page.evaluate(({ name, value }) => {
    const list = document.querySelector('[aria-busy]')
    let wasRead = false
    if (list) new MutationObserver(() => (wasRead = true)).observe(list, { attributeFilter: ['aria-busy'] })
    const isNamed = () => new URLSearchParams(location.search).get(name) === value
    ;(window as unknown as Watched).tellWhen('keydown', () => isNamed() && wasRead && list?.ariaBusy === 'false')
  }, parameter)
}

function whenPaletteUsable(page: Page) {
  return page.evaluate(() => {
    ;(window as unknown as Watched).tellWhen(
      'keydown',
      () =>
        document.activeElement?.getAttribute('role') === 'combobox' && document.querySelector('[role=option]') !== null,
    )
  })
}
