import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from '@playwright/test'
import { untilAlive } from './alive'
import { givenCandidatePage } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { ADMIN_SCREENS, type Screen, signedInScreens, STRANGER_SCREENS } from './screen-list'
import { expect, giveSession, type Shared, test } from './test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that a scheme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

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
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
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
    await untilAlive(page)
    await prepare?.(page)
    // A narrow screen has no menu of columns and no list of keys.
    const axe = part && (await page.locator(part).count()) > 0 ? axeOn(page).include(part) : axeOn(page)
    await page.emulateMedia({ colorScheme: 'light' })
    // An open menu floats outside the landmarks; it has a role and takes the focus.
    found.push(...(await violationsOf(axe.withTags(RULES).disableRules('region'), `${name}, light`)))
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await violationsOf(axe.withRules(COLOUR_RULES), `${name}, dark`)))
  }
  await context.close()
  return found
}

/** Our pages have no frames, whose results would have to be joined in a page opened for that. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}

async function violationsOf(axe: AxeBuilder, name: string): Promise<string[]> {
  const { violations: broken } = await axe.analyze()
  return broken.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
