// Whatever opens at a press opens without a network too, once its page has been there for a while; before that a sentence says why not.
import type { Page } from '@playwright/test'
import { EARLY_MARK } from '../components/ui/load-early'
import { untilAlive } from './alive'
import { MEMBERS, PASSWORD, STOCKER } from './installation'
import { knownInterview } from './known-interview'
import { signInOverHttp } from './http-session'
import { expect, giveSession, test, type Shared } from './test'

/** `also` is what opens at a key, or has no such sign; `least` is how many buttons promise to open something. */
type Case = { path: string; least: number; also?: Record<string, (page: Page) => Promise<void>> }

const opened = (page: Page) => page.getByRole('dialog').or(page.getByRole('menu')).filter({ visible: true })
const key = (pressed: string) => async (page: Page) => {
  await page.keyboard.press(pressed)
  await expectOpened(page, pressed)
}
const CASES: Record<string, Case> = {
  'a candidate': {
    path: '/candidates/ID?panel=scores',
    least: 12,
    also: { '?': key('?'), 'Control+k': key('Control+k') },
  },
  'the list': {
    path: `/candidates?flow=${STOCKER}`,
    least: 9,
    also: {
      'what is selected': async (page) => {
        await page.keyboard.press('j')
        await page.keyboard.press('x')
        const bar = page.getByRole('toolbar', { name: 'Selected interviews' })
        await expect(bar.getByRole('status')).toHaveText('1 selected')
        await bar.getByRole('button', { name: 'Status' }).click()
        await expectOpened(page, 'the status of what is selected')
      },
    },
  },
  'the queue': { path: '/review', least: 2 },
  'one question': {
    path: `/compare?flow=${STOCKER}`,
    least: 2,
    also: {
      'the scale': async (page) => {
        await page.getByRole('button', { name: / the scale$/ }).click()
        await expect(page.getByRole('textbox').first()).toBeFocused()
      },
      'side by side': async (page) => {
        await page.getByRole('link', { name: 'Side by side' }).click()
        // Who can be chosen has to be asked for; the view stands without it.
        await expect(page.getByRole('region', { name: 'Side by side' })).toContainText('Choose two to six candidates')
      },
    },
  },
  'the team': { path: '/team', least: 2 },
  'the audit log': { path: '/audit', least: 2 },
}

for (const [name, { path, least, also = {} }] of Object.entries(CASES)) {
  test(`without a network every menu and dialog of ${name} opens`, async ({ page, shared, context }) => {
    await openEarly(page, path.replace('ID', await readyOne(shared)))
    await context.setOffline(true)
    await expect(page.getByText(/^Offline since/).first()).toBeAttached()
    const openers = page.locator('button[aria-haspopup]:enabled').filter({ visible: true })
    // What is called alike, in each row of a table, is the same.
    const pressed = new Set<string>()
    for (const opener of await openers.all()) {
      const called = (await opener.getAttribute('aria-label')) ?? (await opener.innerText())
      if (pressed.has(called)) continue
      pressed.add(called)
      await test.step(called, async () => {
        await opener.click()
        await expectOpened(page, called)
      })
    }
    expect(pressed.size, [...pressed].join()).toBeGreaterThanOrEqual(least)
    for (const [what, press] of Object.entries(also)) await test.step(what, () => press(page))
  })
}

test('on a phone too', async ({ page, shared, context }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openEarly(page, `/candidates/${await readyOne(shared)}`)
  await context.setOffline(true)
  for (const name of [/^Status: /, 'Mark invalid', /^Speed: /, 'Menu']) {
    await page.getByRole('button', { name }).first().click()
    await expectOpened(page, String(name))
  }
  const vote = page.getByRole('region', { name: 'Vote', exact: true })
  await vote.getByRole('button', { name: 'Hire', exact: true }).click()
  await vote.getByRole('button', { name: /reason/ }).click()
  await expect(vote.getByRole('textbox')).toBeFocused()
  await page.getByRole('tab', { name: /Notes/ }).click()
  await page.getByRole('button', { name: 'Add a note' }).click()
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused()
})

test('what cannot be fetched says so, closes, and opens once it can', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[0])
  const path = `/candidates/${await readyOne(shared)}`
  const drawnWith = await (await page.request.get(path)).text()
  // The scripts that the page begins with come, and none that it asks for later.
  await page.route(/\.js$/, (route) =>
    drawnWith.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  )
  await page.goto(path)
  await untilAlive(page)
  const said = page.getByRole('alert').filter({ hasText: /[Pp]ress it again/ })
  for (const name of ['Mark invalid', 'Ask a colleague', /^Status: /, /^Speed: /]) {
    const opener = page.getByRole('button', { name })
    await opener.click()
    await expect(said).toBeVisible()
    await expect(opener).not.toHaveAttribute('aria-expanded', 'true')
    await said.getByRole('button', { name: 'Close' }).click()
    await expect(said).toHaveCount(0)
  }
  await page.unrouteAll()
  for (const name of ['Mark invalid', 'Ask a colleague', /^Speed: /]) {
    await page.getByRole('button', { name }).click()
    await expectOpened(page, String(name))
  }
})

/** Loaded, and whatever comes early is there. */
async function openEarly(page: Page, path: string) {
  await giveSession(page, MEMBERS[0])
  await page.goto(path)
  await untilAlive(page)
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, EARLY_MARK)
}

/** And closes with Esc. */
async function expectOpened(page: Page, by: string) {
  await expect(opened(page).first(), by).toBeVisible()
  // It takes the focus, and hears keys from then on.
  await expect(page.locator(':is([role=dialog], [role=menu]):focus-within').first(), by).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opened(page), by).toHaveCount(0)
}

async function readyOne({ origin }: Shared): Promise<string> {
  return (await knownInterview(origin, await signInOverHttp(origin, MEMBERS[0], PASSWORD))).id
}
