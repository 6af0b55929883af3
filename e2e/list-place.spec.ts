import type { Route } from '@playwright/test'
import { untilAlive } from './alive'
import { links, list, openList, pathsShown, rows } from './candidate-list'
import { MEMBERS, startInstallation } from './installation'
import { expect, signIn, test } from './test'

test(
  '[ and ] walk the list that the candidate was opened from, and back leads to the last one',
  { tag: '@engines' },
  async ({ page, shared }) => {
    await openList(page, shared, '/candidates?state=ready&sort=candidate')
    const paths = await pathsShown(page)
    await links(page).first().click()
    await expect(page).toHaveURL(paths[0] ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const [key, place] of [
      [']', 1],
      [']', 2],
      ['[', 1],
    ] as const) {
      await page.keyboard.press(key)
      await expect(page).toHaveURL(paths[place] ?? '')
    }

    await page.goto('/candidates?state=ready&sort=candidate')
    await expect(rows(page).nth(1).getByRole('link').first()).toBeFocused()
  },
)

test('a key pressed the moment the next candidate is there walks on from that one', async ({ page, shared }) => {
  await openList(page, shared, '/candidates?state=ready&sort=candidate')
  const paths = await pathsShown(page)
  await page.goto(paths[0] ?? '')
  await untilAlive(page)
  await page.evaluate(() => {
    const push = history.pushState.bind(history)
    history.pushState = (...to) => {
      history.pushState = push
      push(...to)
      queueMicrotask(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: ']', code: 'BracketRight' })))
    }
  })
  await page.keyboard.press(']')
  await expect(page).toHaveURL(paths[2] ?? '')
})

test('a long list reads on while it is scrolled, and keeps its place', async ({ browser }) => {
  const installation = await startInstallation({
    sandboxOptions: ['--samples', 'none', '--interviews', '120', '--seed', '3'],
    members: [MEMBERS[0], MEMBERS[1]],
  })
  const page = await browser.newPage({ baseURL: installation.origin })
  await expect.poll(async () => (await list(installation, 'limit=1')).total, { timeout: 180_000 }).toBe(120)
  await signIn(page, MEMBERS[1])
  await expect(rows(page)).toHaveCount(50)
  for (const count of [100, 120]) {
    await rows(page).last().scrollIntoViewIfNeeded()
    await expect(rows(page)).toHaveCount(count)
  }
  const last = rows(page).nth(115).getByRole('link').first()
  const name = await last.textContent()
  await last.click()
  await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible()
  await page.goBack()
  await expect(rows(page).nth(115).getByRole('link').first()).toBeInViewport()
  await page.close()
  await installation.stop()
})

for (const width of [1440, 390]) {
  test(`who scrolls before a page of ${width} px is alive stays where they are`, async ({ page, shared }) => {
    await page.setViewportSize({ width, height: 844 })
    await openList(page, shared)
    let held: Route[] | null = []
    await page.route(/\/_next\/static\/chunks\/.*\.js/, (route) => (held ? void held.push(route) : route.continue()))
    await page.goto('/candidates', { waitUntil: 'commit' })
    await rows(page).last().scrollIntoViewIfNeeded()
    await expect(rows(page).last()).toBeInViewport()
    const scripts = held
    held = null
    for (const script of scripts) await script.continue()
    await untilAlive(page)
    await expect(rows(page).last()).toBeInViewport()
  })
}
