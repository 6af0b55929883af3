// What is on the screen stays there, whatever is gone to while nobody answers.
import type { Page } from '@playwright/test'
import { links, openList } from './candidate-list'
import { mediaOf, openCandidate, untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect, giveSession, openMenu, signOut, test, type Shared } from './test'

/** `before` the network goes. */
type Way = { before?: (page: Page) => Promise<void>; go: (page: Page) => Promise<void>; says: RegExp; opens: RegExp }

const OFFLINE = /^You are offline\. .+ opens when you are back\.$/
const ANOTHER = /\/candidates\/(?!FIRST)[^?]+/

/** Its script comes by itself once the page has been there for a while. */
const untilPaletteIsThere = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const palette = async (page: Page, typed: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(typed)
  await page.getByRole('option', { name: typed }).first().click()
}
const mainLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).first()

const FROM_THE_ROOM: Record<string, Way> = {
  'the key ]': { go: (page) => page.keyboard.press(']'), says: /Next candidate opens/, opens: ANOTHER },
  'the link to the next': {
    go: (page) => page.getByRole('link', { name: 'Next candidate' }).click(),
    says: /Next candidate opens/,
    opens: ANOTHER,
  },
  'the link back': {
    go: (page) => page.getByRole('main').getByRole('link', { name: 'Candidates', exact: true }).click(),
    says: /The list of candidates opens/,
    opens: /\/candidates$/,
  },
  'the sidebar': { go: (page) => mainLink(page, 'Review').click(), says: /Review opens/, opens: /\/review$/ },
  'the palette': {
    before: untilPaletteIsThere,
    go: (page) => palette(page, 'Review'),
    says: /Review opens/,
    opens: /\/review$/,
  },
  'a command of the palette': {
    before: untilPaletteIsThere,
    go: (page) => palette(page, 'Back to the list'),
    says: /The list of candidates opens/,
    opens: /\/candidates$/,
  },
}

const FROM_THE_LIST: Record<string, Way> = {
  'a press on a row': { go: (page) => links(page).first().click(), says: OFFLINE, opens: /\/candidates\/./ },
  'j and Enter': {
    go: async (page) => {
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
    },
    says: OFFLINE,
    opens: /\/candidates\/./,
  },
  'the sidebar': { go: (page) => mainLink(page, 'Review').click(), says: /Review opens/, opens: /\/review$/ },
}

test('without a network nothing that is gone to from a candidate takes the page, its playback or what is being written', async ({
  page,
  shared,
  context,
}) => {
  const first = await firstReady(shared)
  await giveSession(page, MEMBERS[2])
  for (const [name, { before, go, says, opens }] of Object.entries(FROM_THE_ROOM)) {
    await test.step(name, async () => {
      await openCandidate(page, first)
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0)
      await mark(page)
      await before?.(page)
      await context.setOffline(true)
      await go(page)
      const said = page.getByRole('alert').filter({ hasText: 'You are offline' })
      await expect(said.getByRole('paragraph')).toHaveText(OFFLINE)
      await expect(said).toHaveText(says)
      await expect(page).toHaveURL(new RegExp(first))
      await expect(page.locator('[data-segment]').first()).toBeVisible()
      expect((await mediaOf(page)).paused).toBe(false)

      await context.setOffline(false)
      await expect(page).toHaveURL(new RegExp(opens.source.replace('FIRST', first)))
      await expect(said).toHaveCount(0)
      expect(await isMarked(page)).toBe(true)
    })
  }
})

test('without a network nothing that is gone to from the list takes the list', async ({ page, shared, context }) => {
  for (const [name, { go, says, opens }] of Object.entries(FROM_THE_LIST)) {
    await test.step(name, async () => {
      await openList(page, shared)
      await mark(page)
      await context.setOffline(true)
      await go(page)
      const said = page.getByRole('alert').filter({ hasText: 'You are offline' })
      await expect(said.getByRole('paragraph')).toHaveText(says)
      await expect(links(page).first()).toBeVisible()
      await context.setOffline(false)
      await expect(page).toHaveURL(opens)
      expect(await isMarked(page)).toBe(true)
    })
  }
})

test('whoever is offline goes back and forth, and stays signed in whatever they press', async ({
  page,
  shared,
  context,
}) => {
  await openList(page, shared)
  await mark(page)
  await links(page).first().click()
  await expect(page).toHaveURL(/\/candidates\/./)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await openMenu(page)
  const menu = page.getByRole('dialog', { name: 'Menu' })
  await expect(menu.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await context.setOffline(true)
  await page.goBack()
  await expect(page).toHaveURL(/\/candidates$/)
  await expect(links(page).first()).toBeVisible()
  await page.goForward()
  await expect(page).toHaveURL(/\/candidates\/./)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await signOut(page)
  await expect(page.getByText('You are still signed in.')).toBeVisible()
  expect(await isMarked(page)).toBe(true)
})

test('a page is given up with “Stay here”, and does not come when the network does', async ({
  page,
  shared,
  context,
}) => {
  const first = await firstReady(shared)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, first)
  await mark(page)
  await context.setOffline(true)
  await page.keyboard.press(']')
  const stay = page.getByRole('button', { name: 'Stay here' })
  await expect(stay).toBeVisible()
  // Whoever waits for the network can vote, and say why, meanwhile.
  const isAbove = async () => {
    const [notice, vote] = await Promise.all([
      page.getByRole('alert').filter({ has: stay }).boundingBox(),
      page.getByRole('region', { name: 'Vote', exact: true }).boundingBox(),
    ])
    return (notice?.y ?? NaN) + (notice?.height ?? NaN) <= (vote?.y ?? NaN)
  }
  await expect.poll(isAbove).toBe(true)
  await stay.click()
  await expect(stay).toHaveCount(0)
  const asked = page.waitForResponse((response) => response.url().includes('_rsc='))
  await context.setOffline(false)
  await asked
  await expect(page.getByText('Offline since')).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(first))
  expect(await isMarked(page)).toBe(true)
  await page.keyboard.press(']')
  await expect(page).not.toHaveURL(new RegExp(first))
})

for (const [name, fault] of [
  ['nobody answers', (page: Page) => page.route(/_rsc=/, (route) => route.abort())],
  [
    'a proxy reaches nobody',
    (page: Page) => page.route(/_rsc=/, (route) => route.fulfill({ status: 502, body: 'Bad gateway' })),
  ],
] as const) {
  test(`where ${name} the page stays too, which is told apart from being offline`, async ({ page, shared }) => {
    const first = await firstReady(shared)
    await giveSession(page, MEMBERS[2])
    await openCandidate(page, first)
    await mark(page)
    await fault(page)
    await page.keyboard.press(']')
    await expect(page.getByText('Debrief is not answering. Next candidate opens once it does.')).toBeVisible()
    await expect(page.getByText('Up to date')).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(first))
    await page.unrouteAll()
    await expect(page).not.toHaveURL(new RegExp(first))
    await untilPlayable(page)
    expect(await isMarked(page)).toBe(true)
  })
}

test('nothing says “Up to date” beside what is not sent, nor while offline or without an answer', async ({
  page,
  shared,
  context,
}) => {
  await openList(page, shared)
  const upToDate = page.getByText('Up to date').first()
  await expect(upToDate).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^Offline since \d/).first()).toBeVisible()
  await expect(page.getByText('Up to date')).toHaveCount(0)
  await context.setOffline(false)
  await expect(upToDate).toBeVisible()

  await page.route('**/api/**', (route) => route.abort())
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText(/^Debrief has not answered since \d/).first()).toBeVisible()
  await expect(page.getByText('Up to date')).toHaveCount(0)
  await page.unrouteAll()
  await expect(upToDate).toBeVisible()

  await openCandidate(page, await firstReady(shared))
  await expect(upToDate).toBeVisible()
  await page.route(/\/notes\/./, (route) => route.abort())
  await page.keyboard.press('c')
  await page.keyboard.type('Not sent for a while')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: '1 note is not sent yet' })).toBeVisible()
  await expect(page.getByText('Up to date')).toHaveCount(0)
  await page.unrouteAll()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(upToDate).toBeVisible()
})

/** Of the list as it begins, so that another one follows it. */
async function firstReady({ origin }: Shared): Promise<string> {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${origin}/api/interviews?limit=50`, { headers: { cookie } })
  const { items } = (await response.json()) as { items: { id: string; state: string; hasAudio: boolean }[] }
  return items.find(({ state, hasAudio }) => state === 'ready' && hasAudio)?.id ?? ''
}

/** A document that is loaded anew knows nothing of it. */
function mark(page: Page) {
  return page.evaluate(() => Object.assign(window, { isFormer: true }))
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'isFormer' in window)
}
