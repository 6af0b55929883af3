import { z } from 'zod'
import { mediaOf, openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation, type Installation } from './installation'
import { finishInterview, pointWebhooks } from './sandbox-control'
import { expect, signIn, test } from './test'

/** Seconds by which Ribbon corrects its times. */
const LATER = 1.5

const word = z.looseObject({ start: z.number(), end: z.number() })
const talk = z.array(z.looseObject({ words: z.array(word) }))
const upstream = z.object({ interview_data: z.object({ transcript_with_timestamp: talk }) })
const listed = z.object({ items: z.array(z.object({ id: z.string() })) })

test('an interview that Ribbon finishes while it is heard goes on playing, with the words where they are now', async ({
  browser,
}) => {
  const secret = 'a secret for the room'
  const env = { RIBBON_WEBHOOK_SECRET: secret, MIRROR_INTERVAL_SECONDS: '3600' }
  const installation = await startInstallation({ env, members: [MEMBERS[0], MEMBERS[2]] })
  const page = await browser.newPage({ baseURL: installation.origin })
  const id = await processingInterview(installation)
  await pointWebhooks(installation, `${installation.origin}/api/webhooks/ribbon`, secret)
  await signIn(page, MEMBERS[2])
  await openCandidate(page, id)
  await expect(page.getByText('Ribbon is still processing this interview')).toBeVisible()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(1)

  const later = await laterTalk(installation, id)
  await finishInterview(installation.sandbox, id, { transcript_with_timestamp: later })
  await expect(page.getByText('Ribbon is still processing this interview')).toHaveCount(0, { timeout: 40_000 })
  const { paused, time } = await mediaOf(page)
  expect(paused).toBe(false)
  expect(time).toBeGreaterThan(1)

  await page.getByRole('button', { name: 'Pause' }).click()
  const recording = page.getByLabel('Recording', { exact: true })
  await recording.evaluate((media) => {
    media.addEventListener('seeking', () => (media.dataset.sought = String((media as HTMLMediaElement).currentTime)))
  })
  await page.locator('[data-segment="2"] p').click({ position: { x: 3, y: 8 } })
  await expect(recording).toHaveAttribute('data-sought', /./)
  expect(Number(await recording.getAttribute('data-sought'))).toBeCloseTo(later[2]?.words[0]?.start ?? NaN, 1)
  await page.close()
  await installation.stop()
})

async function processingInterview({ origin }: Installation): Promise<string> {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  let id: string | undefined
  const read = async () => {
    const response = await fetch(`${origin}/api/interviews?state=processing&recording=yes`, { headers: { cookie } })
    return (id = listed.parse(await response.json()).items[0]?.id)
  }
  await expect.poll(read).toBeDefined()
  return id ?? ''
}

/** What is said in the interview, a little later than Ribbon has said so far. */
async function laterTalk({ sandbox, key }: Installation, id: string) {
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`${sandbox}/be-api/v1/interviews/${id}`, { headers })
  const { transcript_with_timestamp: segments } = upstream.parse(await response.json()).interview_data
  return segments.map((segment) => ({
    ...segment,
    words: segment.words.map((one) => ({ ...one, start: one.start + LATER, end: one.end + LATER })),
  }))
}
