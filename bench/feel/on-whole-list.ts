import type { Page } from '@playwright/test'
import { scoreBand, type Times } from './gestures'
import { pressRested, pressWord, TURNS, typeUpToLast } from './hands'
import { untilThere, whenSounding, type Watched } from './watch'

type Where = { origin: string; words: string[]; playable: number[] }

/** The same gestures on the page that holds the whole list; `readyMs` is how long it took until it did. */
export async function feelWholeList(page: Page, { origin, words, playable }: Where) {
  await page.goto(origin)
  await page.waitForFunction(() => document.body.dataset.ready !== undefined)
  const readyMs = Number(await page.evaluate(() => document.body.dataset.ready))
  const times: Times = {
    ...(await openRows(page)),
    'next candidate readable': await walkOn(page),
    'key → filter applied': await narrow(page),
    'last letter → results': await search(page, words),
    ...(await listen(page, playable)),
  }
  return { times, readyMs }
}

async function openRows(page: Page) {
  const [readable, back]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    await whenOpen(page, 'click')
    await pressRested(page, `tbody tr:nth-child(${turn + 1})`)
    readable.push(await untilThere(page))
    await whenBack(page)
    await pressRested(page, '#back')
    back.push(await untilThere(page))
  }
  return { 'row → candidate readable': readable, 'back to the list at its place': back }
}

async function walkOn(page: Page) {
  await show(page, 0)
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await whenOpen(page, 'keydown')
    await page.keyboard.press(']')
    times.push(await untilThere(page))
  }
  await page.locator('#back').click()
  return times
}

async function narrow(page: Page) {
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const { from, to } = scoreBand(turn)
    await page.locator('#from').fill(from)
    await page.locator('#to').fill(to)
    await whenDrawn(page, ` ${from}..${to}`)
    await page.keyboard.press('Enter')
    times.push(await untilThere(page))
  }
  for (const end of ['#from', '#to']) await page.locator(end).fill('')
  return times
}

async function search(page: Page, words: string[]) {
  const times: number[] = []
  for (const word of words) {
    await page.locator('#search').fill('')
    await page.locator('#search').focus()
    const last = await typeUpToLast(page, word)
    await whenDrawn(page, `${word} ..`)
    await page.keyboard.press(last)
    times.push(await untilThere(page))
  }
  await page.locator('#search').fill('')
  return times
}

async function listen(page: Page, playable: number[]) {
  const [played, sought]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    await show(page, playable[turn % playable.length] ?? 0)
    await whenSounding(page)
    await pressRested(page, '#play')
    played.push(await untilThere(page))
    await page.evaluate(() => document.querySelector('audio')?.pause())
    await whenSounding(page, { afterSeek: true })
    await pressWord(page, `main p:nth-child(${3 + (turn % 5)}) span`)
    sought.push(await untilThere(page))
    await page.evaluate(() => document.querySelector('audio')?.pause())
  }
  return { 'Play → sound': played, 'word → sound': sought }
}

/** The interview at this place, until it is drawn. */
function show(page: Page, at: number) {
  return page.evaluate((place) => (window as unknown as { show(place: number): Promise<void> }).show(place), at)
}

function whenOpen(page: Page, event: 'click' | 'keydown') {
  return page.evaluate((cause) => {
    const before = document.body.dataset.open
    const isAnother = () => document.body.dataset.open !== before
    ;(window as unknown as Watched).tellWhen(cause, isAnother)
  }, event)
}

function whenBack(page: Page) {
  return page.evaluate(() => {
    ;(window as unknown as Watched).tellWhen(
      'click',
      () => document.querySelector<HTMLElement>('#page')?.hidden === true,
    )
  })
}

function whenDrawn(page: Page, asked: string) {
  return page.evaluate((wanted) => {
    const isDrawn = () => document.body.dataset.drawn === wanted
    ;(window as unknown as Watched).tellWhen('keydown', isDrawn)
  }, asked)
}
