import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { SETTLES_MS } from '../components/queue/just-opened'
import type { Queue } from '../lib/queue/queue'
import { untilAlive } from './alive'
import { mediaOf } from './candidate-page'
import { type Installation, MEMBERS } from './installation'
import { linger } from './linger'
import { giveSession } from './test'

const recorded = z.object({ items: z.array(z.object({ id: z.string() })).length(5) })
const team = z.array(z.object({ id: z.string(), email: z.string() }))

const [ADMIN, , REVIEWER] = MEMBERS

/** Where one begins, as this member. */
export async function openReview(page: Page, member: string) {
  await giveSession(page, member)
  await linger(page)
  await page.goto('/review')
  await untilAlive(page)
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** And has been in sight for long enough that what is pressed is meant for it, where it has opened by itself. */
export async function plays(page: Page) {
  await expect.poll(async () => (await mediaOf(page)).time, { message: 'it sounds' }).toBeGreaterThan(0.8)
  const shownAt = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      ),
  )
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(shownAt + SETTLES_MS)
}
export const notice = (page: Page) => page.getByRole('status').filter({ hasText: ' for ' })
export const voteOn = async (page: Page, id: string) => {
  const votes: unknown = await (await page.request.get(`/api/interviews/${id}/votes`)).json()
  return z.object({ mine: z.object({ vote: z.string() }).nullable() }).parse(votes).mine?.vote ?? null
}
export const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** What waits for whoever is signed in there, as the server has it. */
export const queueOf = async (page: Page) => (await (await page.request.get('/api/review/queue')).json()) as Queue

/** Who was given which of the flow is left to chance; whatever that was, five of the reviewer's can be heard. */
export async function givenRecordings(page: Page, { origin }: Pick<Installation, 'origin'>) {
  await giveSession(page, ADMIN)
  const ask = async (path: string): Promise<unknown> => (await page.request.get(path)).json()
  const { items } = recorded.parse(await ask('/api/interviews?recording=yes&state=ready&limit=5'))
  const reviewer = team.parse(await ask('/api/members')).find(({ email }) => email === REVIEWER)
  const data = { interviewIds: items.map(({ id }) => id), memberIds: [reviewer?.id] }
  const given = await page.request.post('/api/assignments', { headers: { origin }, data })
  expect(given.ok()).toBe(true)
}

/** What has no recording is skipped beforehand: this is about what sounds. */
export async function silentOnesLast(page: Page, { origin }: Pick<Installation, 'origin'>) {
  await giveSession(page, REVIEWER)
  const silent = (await queueOf(page)).items.filter(({ hasRecording }) => !hasRecording)
  for (const { interviewId } of silent) {
    await page.request.put(`/api/review/queue/skips/${interviewId}`, { headers: { origin } })
  }
}
