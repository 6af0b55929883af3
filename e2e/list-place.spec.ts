import type { Route } from '@playwright/test'
import { z } from 'zod'
import { FIRST_ROWS } from '../components/candidates/table/first-rows'
import { untilAlive } from './alive'
import { links, list, openList, pathsShown, rows } from './candidate-list'
import { givenCandidatePage, mediaOf, openCandidate, secondsPlayed, untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import { expect, type Shared, signIn, test } from './test'
import { untilPulled } from './until-pulled'

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

test('the next candidate is listened to in the same way, cued at the same question, and plays on', async ({
  page,
  shared,
}) => {
  const search = await searchOfTwo(shared)
  await openList(page, shared, `/candidates?${search}`)
  await links(page).first().click()
  await untilPlayable(page)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('tab', { name: 'Questions' }).click()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Play answer 3' }).click()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await page.keyboard.press(']')

  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '')
  const current = page.getByRole('tabpanel', { name: 'Questions' }).locator('[aria-current=true]')
  await expect(current).toHaveText(/^3/)
  await expect.poll(() => secondsPlayed(page)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Listen to: Candidate only' })).toBeVisible()

  // The link says so too, to whoever it is sent.
  await page.goto(page.url())
  await untilPlayable(page)
  await expect(page.getByRole('button', { name: 'Listen to: Candidate only' })).toBeVisible()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(1)
  expect((await mediaOf(page)).paused).toBe(true)
  await page.getByRole('link', { name: 'Previous candidate' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(page.getByRole('button', { name: 'Listen to: Candidate only' })).toBeVisible()
  await expect(page).toHaveURL(/question=3-/)
})

test('a question that was not asked there is said, and the recording is at its start', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  await openCandidate(page, id, '?question=99')
  await expect(page.getByText('Question 99 was not asked here, so this begins at the start.')).toBeVisible()
  expect((await mediaOf(page)).time).toBe(0)
})

/** The search of a list that holds two interviews of one flow with recordings in which question 3 is answered. */
async function searchOfTwo(shared: Shared): Promise<string> {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const ask = async (path: string) =>
    (await fetch(`${shared.origin}/api/interviews${path}`, { headers: { cookie } })).json()
  await knownInterview(shared.origin, cookie)
  const { items } = listed.parse(await ask('?recording=yes&state=ready&limit=200'))
  const byFlow = new Map<string, string[]>()
  for (const { id, flow } of items) {
    const { script, questions } = asked.parse(await ask(`/${id}`))
    const isAnswered = questions.some(({ text, segments }) => text === script[2] && segments.length > 1)
    if (isAnswered && flow.id) byFlow.set(flow.id, [...(byFlow.get(flow.id) ?? []), id])
  }
  const two = [...byFlow.values()].find((ids) => ids.length > 1)?.slice(0, 2)
  if (!two) throw new Error('no flow has two recorded interviews')
  return String(new URLSearchParams({ id: two.join(',') }))
}

const listed = z.object({ items: z.array(z.object({ id: z.string(), flow: z.object({ id: z.string().nullable() }) })) })
const asked = z.object({
  script: z.array(z.string()),
  questions: z.array(z.object({ text: z.string(), segments: z.array(z.number()) })),
})

test('a long list reads on while it is scrolled, and keeps its place', async ({ browser }) => {
  const installation = await startInstallation({
    sandboxOptions: ['--samples', 'none', '--interviews', '120', '--seed', '3'],
    members: [MEMBERS[0], MEMBERS[1]],
  })
  const page = await browser.newPage({ baseURL: installation.origin })
  await expect.poll(async () => (await list(installation, 'limit=1')).total, { timeout: 180_000 }).toBe(120)
  // Until all is there a list may be read anew while it is scrolled.
  await untilPulled(installation.origin, await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD))
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
    await expect(links(page)).toHaveCount(FIRST_ROWS)
    const link = links(page).last()
    await link.scrollIntoViewIfNeeded()
    const lastDrawn = page.locator(`tbody a[href="${await link.getAttribute('href')}"]`)
    await expect(lastDrawn).toBeInViewport()
    const scripts = held
    held = null
    for (const script of scripts) await script.continue()
    await untilAlive(page)
    await expect(lastDrawn).toBeInViewport()
    await expect(rows(page)).toHaveCount((await list(shared, 'limit=50')).items?.length ?? 0)
    await expect(lastDrawn).toBeInViewport()
  })
}
