import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { heardFrom, mediaOf, openCandidate, wordsOfInterview } from './candidate-page'
import { signInOverHttp } from './http-session'
import { hurry } from './hurry'
import { MEMBERS, PASSWORD, runMember, startInstallation, type Installation } from './installation'
import { putInterview, readInterview, type Said } from './sandbox-control'
import { expect, giveSession, signIn, test } from './test'
import { untilPulled } from './until-pulled'
import { sendProcessed } from './webhook-event'

const SECRET = 'a secret for the room'
const PROCESSING = 'Ribbon is still processing this interview'
/** Seconds by which Ribbon corrects its times. */
const LATER = 1.5

const listed = z.object({ items: z.array(z.object({ id: z.string() })) })

let installation: Installation
test.beforeAll(async () => {
  const env = { RIBBON_WEBHOOK_SECRET: SECRET, MIRROR_INTERVAL_SECONDS: '3600' }
  installation = await startInstallation({ env, members: [MEMBERS[0], MEMBERS[2]] })
  await untilPulled(installation.origin, await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD))
})
test.afterAll(() => installation.stop())

test('an interview that Ribbon finishes while it is heard goes on playing, with the words where they are now', async ({
  browser,
}) => {
  const { page, id } = await givenPlaying(browser)
  const { transcript_with_timestamp: talk } = (await readInterview(installation, id)).interview_data
  const later = talk.map((segment) => ({
    ...segment,
    words: segment.words.map((one) => ({ ...one, start: one.start + LATER, end: one.end + LATER })),
  }))
  await change(id, { transcript_with_timestamp: later }, 'completed')
  await expect(page.getByText(PROCESSING)).toHaveCount(0)
  // By then the times of the words are those of now.
  await expect(page.getByRole('meter', { name: /^Heard/ })).toBeAttached()
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
})

test('a video that comes while the sound is heard plays on from there', async ({ browser }) => {
  const { page, id } = await givenPlaying(browser)
  const { video_url } = (await readInterview(installation, await firstInterview('video=yes'))).interview_data
  await change(id, { video_url }, 'completed')
  await expect(page.locator('video')).toBeVisible()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  // It begins at 0, and goes there once its length is known: nothing is heard before.
  const video = page.getByLabel('Recording', { exact: true })
  await expect.poll(() => heardFrom(video)).toHaveLength(1)
  expect((await heardFrom(video))[0]).toBeGreaterThan(1)
  await page.close()
})

test('what Ribbon adds while it is still processing is shown as it comes, with its words where they are heard, whatever ends its lines', async ({
  browser,
}) => {
  const id = randomUUID()
  const { interview_data, ...processed } = await readInterview(
    installation,
    await firstInterview('state=ready&recording=yes&video=no'),
  )
  const whole = interview_data.transcript_with_timestamp.map((segment) => withLineEnds(segment))
  const begun = { ...interview_data, transcript_with_timestamp: whole.slice(0, 2) }
  await putInterview(installation.sandbox, id, { ...processed, interview_data: begun, status: 'incomplete' })
  const page = await browser.newPage({ baseURL: installation.origin })
  await hurry(page)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, id)
  await expect(page.locator('[data-segment]')).toHaveCount(2)
  expect(await wordsInPage(page, id)).toEqual(begun.transcript_with_timestamp.map(tokensOf))

  await change(id, { transcript_with_timestamp: whole }, 'incomplete')
  await expect(page.locator('[data-segment]')).toHaveCount(whole.length)
  await expect(page.getByText(PROCESSING)).toBeVisible()
  expect(await wordsInPage(page, id)).toEqual(whole.map(tokensOf))
  await page.close()
})

test('an interview that moves to another team goes from the list and the page that are open, and a half-written note is kept', async ({
  browser,
}) => {
  const id = randomUUID()
  const processed = await readInterview(installation, await firstInterview('state=ready&recording=yes&video=no'))
  await putInterview(installation.sandbox, id, processed)
  expect(await sendProcessed(installation.origin, { interviewId: id, secret: SECRET })).toBe(204)
  const member = 'of-one-team@example.com'
  await runMember(['add', member, '--role', 'reviewer', '--team', processed.team_id], installation.env)
  const context = await browser.newContext({ baseURL: installation.origin })
  await hurry(context, { from: 3_000 })
  const list = await context.newPage()
  await signIn(list, member)
  const row = list.locator(`a[data-row][href*="${id}"]`)
  await expect(row).toBeVisible()
  const page = await context.newPage()
  await openCandidate(page, id)
  await page.keyboard.press('c')
  await page.keyboard.type('Half of a thought')

  await putInterview(installation.sandbox, id, { ...processed, team_id: 'another team' })
  expect(await sendProcessed(installation.origin, { interviewId: id, secret: SECRET })).toBe(204)
  const gone = page.getByRole('heading', { name: 'You no longer see this interview' })
  await expect(gone).toBeVisible()
  await expect(page.getByText('Half of a thought')).toBeVisible()
  await expect(page.locator('[data-segment]')).toHaveCount(0)
  await expect(row).toHaveCount(0)

  // It is asked for again after a failure, which says nothing of who may see it.
  await page.route('**/notes', (route) => route.fulfill({ status: 500 }))
  for (let failures = 0; failures < 2; failures++) await page.waitForResponse((answer) => answer.status() === 500)
  await expect(gone).toBeVisible()
  await expect(page.locator('[data-segment]')).toHaveCount(0)
  await page.unroute('**/notes')
  await putInterview(installation.sandbox, id, processed)
  expect(await sendProcessed(installation.origin, { interviewId: id, secret: SECRET })).toBe(204)
  await expect(page.locator('[data-segment]').first()).toBeVisible()
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await page.getByRole('button', { name: 'Go on with your note' }).click()
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('Half of a thought')
  await context.close()
})

test('of more words found than a browser can paint, all are counted and those near the window are painted', async ({
  browser,
}) => {
  const id = randomUUID()
  const { interview_data, ...processed } = await readInterview(
    installation,
    await firstInterview('state=ready&recording=yes&video=no'),
  )
  const said = { ...interview_data.transcript_with_timestamp[0], content: 'this again', words: [] }
  const long = { ...said, content: 'once and again '.repeat(3_000) }
  const data = { ...interview_data, transcript_with_timestamp: [...Array.from({ length: 3_000 }, () => said), long] }
  await putInterview(installation.sandbox, id, { ...processed, interview_data: data })
  const page = await browser.newPage({ baseURL: installation.origin })
  await giveSession(page, MEMBERS[2])
  await page.goto(`/candidates/${id}?q=again`)
  await expect(page.getByText('6000 found')).toBeVisible()
  const isPainted = (segment: number) =>
    page.locator(`[data-segment="${segment}"] p`).evaluate((words) => {
      const ranges = [...(CSS.highlights.get('found-words') ?? [])] as Range[]
      return { here: ranges.some((range) => words.contains(range.startContainer)), few: ranges.length <= 1_000 }
    })
  await expect.poll(() => isPainted(0)).toEqual({ here: true, few: true })
  expect(await isPainted(2_999)).toEqual({ here: false, few: true })
  await page.locator('[data-segment="2999"]').evaluate((last) => last.scrollIntoView())
  await expect.poll(() => isPainted(2_999)).toEqual({ here: true, few: true })
  expect(await isPainted(0)).toEqual({ here: false, few: true })

  const arePaintedInSight = () =>
    page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('found-words') ?? [])] as Range[]
      const seen = ranges.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0)
      return {
        above: seen.some(({ bottom }) => bottom > 100 && bottom < innerHeight / 2),
        below: seen.some(({ top }) => top > innerHeight / 2 && top < innerHeight),
        few: ranges.length <= 1_000,
      }
    })
  const all = { above: true, below: true, few: true }
  const words = page.locator('[data-segment="3000"] p')
  await words.evaluate((within) => within.scrollIntoView({ block: 'center' }))
  await expect.poll(arePaintedInSight).toEqual(all)
  await words.evaluate((within) => within.scrollIntoView({ block: 'end' }))
  await expect.poll(arePaintedInSight).toEqual(all)
  await page.close()
})

function withLineEnds(segment: Said): Said {
  const words = segment.words.map((one, index) => ({ ...one, word: `${one.word.trim()}${index % 2 ? '\r\n' : '\r'}` }))
  return { ...segment, content: words.map((one) => one.word).join(''), words }
}

function tokensOf({ words }: Said): string[] {
  return words.map((one) => one.word.trim()).filter((one) => one !== '')
}

/** What the page says where the server says that a word is. */
async function wordsInPage(page: Page, id: string): Promise<string[][]> {
  const said = await page.locator('[data-segment] p').allTextContents()
  const places = await wordsOfInterview(page, id)
  return said.map((text, segment) => places[segment]?.map(({ from, to }) => text.slice(from, to)) ?? [])
}

/** A reviewer who hears an interview that Ribbon is still processing: a copy of one that it has processed. */
async function givenPlaying(browser: Browser) {
  const id = randomUUID()
  const processed = await readInterview(installation, await firstInterview('state=ready&recording=yes&video=no'))
  await putInterview(installation.sandbox, id, { ...processed, status: 'incomplete' })
  const page = await browser.newPage({ baseURL: installation.origin })
  await hurry(page)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, id)
  await expect(page.getByText(PROCESSING)).toBeVisible()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(1)
  return { page, id }
}

/** At Ribbon, which tells of it. */
async function change(id: string, data: Record<string, unknown>, status: 'completed' | 'incomplete') {
  const { interview_data, ...interview } = await readInterview(installation, id)
  await putInterview(installation.sandbox, id, {
    ...interview,
    interview_data: { ...interview_data, ...data },
    status,
  })
  expect(await sendProcessed(installation.origin, { interviewId: id, secret: SECRET })).toBe(204)
}

async function firstInterview(search: string): Promise<string> {
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  let id: string | undefined
  const read = async () => {
    const response = await fetch(`${installation.origin}/api/interviews?${search}`, { headers: { cookie } })
    return (id = listed.parse(await response.json()).items[0]?.id)
  }
  await expect.poll(read).toBeDefined()
  return id ?? ''
}
