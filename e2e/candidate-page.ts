import { expect, type Locator, type Page } from '@playwright/test'
import { wordsOf, type Word } from '../lib/transcript/words'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { type KnownInterview, knownInterview } from './known-interview'
import { giveSession, type Shared } from './test'
import { listeningSpans } from '../lib/transcript/listening'

/** A reviewer on the page of an interview whose recording plays; ready for keys. */
export async function givenCandidatePage(
  page: Page,
  shared: Pick<Shared, 'origin'>,
  email: string = MEMBERS[2],
): Promise<KnownInterview> {
  const known = await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await giveSession(page, email)
  await openCandidate(page, known.id)
  return known
}

/** With the transcript in sight, unless the link says otherwise. */
export async function openCandidate(page: Page, id: string, search = '?panel=transcript') {
  await page.goto(`/candidates/${id}${search}`)
  await untilPlayable(page)
}

/** The page hears its keys, has all that is said, and knows the recording and when each word is said. */
export async function untilPlayable(page: Page) {
  await untilAlive(page)
  await expect(page.locator('[data-part]')).toHaveCount(0)
  // It needs the times of the words, and on a phone another panel may be shown.
  await expect(page.getByRole('meter', { name: /^Heard/, includeHidden: true })).toBeAttached()
  await expect.poll(async () => (await mediaOf(page)).duration).toBeGreaterThan(0)
}

export function mediaOf(page: Page) {
  return page.getByLabel('Recording', { exact: true }).evaluate((element) => {
    const media = element as HTMLMediaElement
    const { currentTime: time, duration, paused, playbackRate: rate, preservesPitch } = media
    return { time, duration: Number.isFinite(duration) ? duration : 0, paused, rate, preservesPitch }
  })
}

/** Seconds at which what was heard begins, stretch by stretch: the recording's own time, however late one asks. */
export function heardFrom(recording: Locator): Promise<number[]> {
  return recording.evaluate((element) => {
    const { played } = element as HTMLMediaElement
    return Array.from({ length: played.length }, (_, index) => played.start(index))
  })
}

/** Seconds of the recording that were played since the page was opened, muted ones too, however late one asks. */
export function secondsPlayed(page: Page): Promise<number> {
  return page.getByLabel('Recording', { exact: true }).evaluate((element) => {
    const { played } = element as HTMLMediaElement
    return Array.from({ length: played.length }, (_, index) => played.end(index) - played.start(index)).reduce(
      (sum, seconds) => sum + seconds,
      0,
    )
  })
}

/** Waits until something has been heard that begins within 150 ms of this moment, in seconds. */
export async function untilHeardFrom(page: Page, moment: number) {
  const recording = page.getByLabel('Recording', { exact: true })
  const distance = async () => Math.min(...(await heardFrom(recording)).map((start) => Math.abs(start - moment)))
  await expect.poll(distance).toBeLessThanOrEqual(0.15)
}

/** Something of it counts as read, of which the page tells when its reader looks away, too. */
export async function untilRead(page: Page) {
  const meter = page.getByRole('meter', { name: /^Read/ })
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(Number(await meter.getAttribute('value'))).toBeGreaterThan(0)
  }).toPass()
}

/** The words that are painted as ::highlight(name), stretch by stretch. */
export function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (highlight) => [...(CSS.highlights.get(highlight) ?? [])].map((range) => (range as Range).toString()),
    name,
  )
}

/** The words of each segment with their times. */
export async function wordsOfInterview(page: Page, id: string): Promise<Word[][]> {
  const url = `/api/interviews/${id}/words`
  const compact = await page.evaluate(async (address) => (await fetch(address)).json() as Promise<string[]>, url)
  return compact.map((text) => wordsOf(text))
}

/** Where the candidate speaks, as candidate-only playback plays it. */
export async function candidateSpans(page: Page, id: string) {
  const interview = (await page.evaluate(async (url) => (await fetch(url)).json(), `/api/interviews/${id}`)) as {
    segments: { speaker: string }[]
  }
  const words = await wordsOfInterview(page, id)
  return listeningSpans(
    words.flatMap((said, index) => (interview.segments[index]?.speaker === 'candidate' ? said : [])),
  )
}

/** Selects these words as a reader does with the mouse. */
export async function selectWords(page: Page, segment: number, words: string) {
  const place = await page.locator(`[data-segment="${segment}"] p`).evaluate((said, wanted) => {
    said.scrollIntoView({ block: 'center' })
    const text = said.firstChild
    const from = text?.textContent?.indexOf(wanted) ?? -1
    if (!text || from < 0) throw new Error(`nobody says ${wanted}`)
    const range = document.createRange()
    range.setStart(text, from)
    range.setEnd(text, from + wanted.length)
    const boxes = range.getClientRects()
    const [first, last] = [boxes[0], boxes[boxes.length - 1]]
    if (!first || !last) throw new Error('the words are not drawn')
    return { from: { x: first.left + 1, y: first.top + 8 }, to: { x: last.right - 1, y: last.top + 8 } }
  }, words)
  await page.mouse.move(place.from.x, place.from.y)
  await page.mouse.down()
  await page.mouse.move(place.to.x, place.to.y, { steps: 5 })
  await page.mouse.up()
}

/** Takes back what was corrected in this segment. */
export async function restoreWords(segment: Locator) {
  await segment.getByRole('button', { name: /^Corrected from/ }).click()
  await segment.page().getByRole('button', { name: 'Restore' }).click()
}
