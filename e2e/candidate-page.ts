import { expect, type Locator, type Page } from '@playwright/test'
import { wordsOf, type Word } from '../lib/interviews/words'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { type KnownInterview, knownInterview } from './known-interview'
import { type Shared, signIn } from './test'

/** A reviewer on the page of an interview whose recording plays; ready for keys. */
export async function givenCandidatePage(
  page: Page,
  shared: Pick<Shared, 'origin'>,
  email: string = MEMBERS[2],
): Promise<KnownInterview> {
  const known = await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await signIn(page, email)
  await openCandidate(page, known.id)
  return known
}

export async function openCandidate(page: Page, id: string, search = '') {
  await page.goto(`/candidates/${id}${search}`)
  // It needs the times of the words: the page is alive and knows them.
  await expect(page.getByRole('meter', { name: /^Heard/ })).toBeAttached()
  await expect.poll(async () => (await mediaOf(page)).duration).toBeGreaterThan(0)
}

export function mediaOf(page: Page) {
  return page.getByLabel('Recording', { exact: true }).evaluate((element) => {
    const media = element as HTMLMediaElement
    const { currentTime: time, duration, paused, playbackRate: rate, preservesPitch } = media
    return { time, duration: Number.isFinite(duration) ? duration : 0, paused, rate, preservesPitch }
  })
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
