import type { Page } from '@playwright/test'
import { z } from 'zod'
import { givenCandidatePage, mediaOf, openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect, test } from './test'

type Handlers = { handlers: Map<string, MediaSessionActionHandler> }

const interview = z.object({
  questions: z.array(z.object({ segments: z.array(z.number()) })),
  segments: z.array(z.object({ start: z.number().nullable() })),
})
const withVideo = z.object({ items: z.array(z.object({ id: z.string(), hasVideo: z.boolean() })) })

test('the keys of headphones and of the lock screen steer the recording, question by question', async ({
  page,
  shared,
}) => {
  // No test presses a key of headphones: what the browser would call is called instead.
  await page.addInitScript(() => {
    const kept = globalThis as unknown as Handlers
    kept.handlers = new Map()
    const session = navigator.mediaSession
    const register = session.setActionHandler.bind(session)
    session.setActionHandler = (action, handler) => {
      if (handler) kept.handlers.set(action, handler)
      else kept.handlers.delete(action)
      register(action, handler)
    }
  })
  const { id, name } = await givenCandidatePage(page, shared)
  expect(name).toContain((await page.evaluate(() => navigator.mediaSession.metadata?.title)) ?? '?')

  await press(page, { action: 'play' })
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0.2)
  await press(page, { action: 'pause' })
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await press(page, { action: 'seekto', seekTime: 20 })
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(20, 1)
  await press(page, { action: 'seekbackward' })
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(10, 1)
  await press(page, { action: 'seekforward', seekOffset: 5 })
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(15, 1)

  await press(page, { action: 'seekto', seekTime: 0 })
  await press(page, { action: 'nexttrack' })
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(await firstQuestion(page, id), 1)
})

test('a video leaves the page as a picture in picture and comes back', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${shared.origin}/api/interviews?limit=200`, { headers: { cookie } })
  const video = withVideo.parse(await response.json()).items.find(({ hasVideo }) => hasVideo)
  await openCandidate(page, video?.id ?? '')

  const isOut = () => page.evaluate(() => document.pictureInPictureElement?.tagName ?? null)
  await page.getByRole('button', { name: 'Picture in picture' }).click()
  await expect.poll(isOut).toBe('VIDEO')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0.2)
  await page.getByRole('button', { name: 'Picture in picture' }).click()
  await expect.poll(isOut).toBeNull()
})

function press(page: Page, details: MediaSessionActionDetails) {
  return page.evaluate(
    (pressed) => (globalThis as unknown as Handlers).handlers.get(pressed.action)?.(pressed),
    details,
  )
}

/** Seconds at which the question begins that is asked first. */
async function firstQuestion(page: Page, id: string): Promise<number> {
  const url = `/api/interviews/${id}`
  const { questions, segments } = interview.parse(
    await page.evaluate(async (address) => (await fetch(address)).json() as Promise<unknown>, url),
  )
  const asked = questions.flatMap((question) => question.segments)
  return Math.min(...asked.flatMap((index) => segments[index]?.start ?? []))
}
