import type { Browser, Locator, Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { untilAlive } from './alive'
import { givenCandidatePage } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import type { Screen } from './screen'
import { ADMIN_SCREENS, signedInScreens, STRANGER_SCREENS } from './screen-list'
import { expect, giveSession, type Shared, test } from './test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// An open menu floats outside the landmarks; it has a role and takes the focus.
const ALL_RULES: RunOptions = { runOnly: { type: 'tag', values: RULES }, rules: { region: { enabled: false } } }
/** All that a scheme can break. */
const COLOUR_RULES: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
const SCHEMES = [
  ['light', ALL_RULES],
  ['dark', COLOUR_RULES],
] as const

/** Characters of a screen. */
const SHOWN_LENGTH = 600

type AxeWindow = { axe: typeof axe }

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`no screen has a violation, light or dark, ${viewport.width} wide`, async ({ browser, shared }) => {
    test.setTimeout(900_000)
    const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
    await knownInterview(shared.origin, cookie)
    const options = { baseURL: shared.origin, viewport, reducedMotion: 'reduce' } as const
    const strangers = await violations(browser, options, { screens: STRANGER_SCREENS, email: null })
    const screens = [...(await signedInScreens(shared.origin, cookie)), ...ADMIN_SCREENS]
    expect([...strangers, ...(await violations(browser, options, { screens, email: MEMBERS[0] }))]).toEqual([])
  })
}

test('a contrast theme, light or dark, shows what is selected, where the recording is and what to press first', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  for (const colorScheme of ['light', 'dark'] as const) {
    // With motion a colour is still that of before.
    await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' })
    const pairs: [Locator, Locator][] = [
      [page.getByRole('tab', { selected: true }), page.getByRole('tab', { name: 'Scores', selected: false })],
      [page.locator('header nav [aria-current]'), page.locator('header nav a:not([aria-current])')],
      [page.getByRole('button', { name: 'Play', exact: true }), page.getByRole('button', { name: 'Back 10 seconds' })],
      [page.locator('[data-playhead]'), page.locator('[data-player]')],
    ]
    for (const [one, other] of pairs) expect(await backgroundOf(one)).not.toBe(await backgroundOf(other))

    await page.getByRole('button', { name: 'Speed: 1×' }).click()
    const floating = page.getByRole('menu')
    expect(await floating.evaluate((menu) => getComputedStyle(menu).borderTopWidth)).toBe('1px')
    await page.keyboard.press('Escape')
  }
})

test('a contrast theme has whatever is pressed in its own colour for what is chosen', async ({ page, shared }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await givenCandidatePage(page, shared)
  await page.keyboard.press('c')
  await expect(page.getByRole('group', { name: 'What the note is about' })).toBeVisible()
  expect(await coloursOfPressed(page)).toEqual([await highlightOf(page)])
  await page.goto('/candidates?sort=status')
  await expect(page.getByRole('button', { name: 'By status', pressed: true })).toBeVisible()
  expect(await coloursOfPressed(page)).toEqual([await highlightOf(page)])
})

function coloursOfPressed(page: Page): Promise<string[]> {
  return page
    .locator('[aria-pressed="true"]:visible')
    .evaluateAll((pressed) => [...new Set(pressed.map((element) => getComputedStyle(element).backgroundColor))])
}

/** The theme's colour for what is chosen, as a computed one. */
function highlightOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = 'background: Highlight; forced-color-adjust: none'
    const { backgroundColor } = getComputedStyle(probe)
    probe.remove()
    return backgroundColor
  })
}

function backgroundOf(shown: Locator): Promise<string> {
  return shown.first().evaluate((element) => getComputedStyle(element).backgroundColor)
}

type Options = Parameters<Browser['newContext']>[0] & { baseURL: Shared['origin'] }
type Visit = { screens: Screen[]; email: string | null }

/** A line for each rule that a screen breaks, with where. */
async function violations(browser: Browser, options: Options, { screens, email }: Visit): Promise<string[]> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  if (email) await giveSession(page, email)
  const found: string[] = []
  for (const { name, path, prepare, part } of screens) {
    await page.goto(path)
    // Whoever is sent elsewhere would judge another screen for each of these.
    expect(new URL(page.url()).pathname, name).toBe(new URL(path, options.baseURL).pathname)
    await untilAlive(page)
    await prepared(page, { name, prepare })
    await page.evaluate(axe.source)
    for (const [colorScheme, options] of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      found.push(...(await violationsOf(page, { part, options })).map((broken) => `${name}, ${colorScheme}: ${broken}`))
    }
  }
  await context.close()
  return found
}

/** What cannot be prepared says on which screen, and what stands there instead: whoever has the end of a log alone has no picture. */
async function prepared(page: Page, { name, prepare }: Pick<Screen, 'name' | 'prepare'>) {
  try {
    await prepare?.(page)
  } catch (error) {
    const shown = (await page.locator('body').innerText()).replace(/\s+/g, ' ').slice(0, SHOWN_LENGTH)
    throw new Error(`${name} at ${page.url()} shows “${shown}”`, { cause: error })
  }
}

/**
 * In the whole page where the part is not there: a narrow screen has no menu of columns and no list of keys. What moved under
 * axe's eyes is judged again: it keeps what it read first, and compares that with what it reads later. What never stands still
 * is a fault by itself.
 */
function violationsOf(page: Page, judged: { part?: string; options: RunOptions }): Promise<string[]> {
  return page.evaluate(async ({ part, options }) => {
    const place = part && document.querySelector(part) ? part : document
    const moved: MutationRecord[] = []
    const observer = new MutationObserver((records) => moved.push(...records))
    observer.observe(document, { subtree: true, childList: true, attributes: true })
    for (let turn = 0; turn < 20; turn++) {
      const before = moved.length
      const { violations: broken } = await (window as unknown as AxeWindow).axe.run(place, {
        ...options,
        resultTypes: ['violations'],
      })
      if (moved.length > before) continue
      observer.disconnect()
      return broken.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      )
    }
    return moved.slice(-3).map(({ type, attributeName, target }) => {
      const what = (target as Element).outerHTML?.slice(0, 200) ?? target.textContent
      return `never stands still: ${type} ${attributeName ?? ''} of ${what}`
    })
  }, judged)
}
