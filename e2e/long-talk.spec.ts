import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page, Route } from '@playwright/test'
import { openCandidate, painted, untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation, type Installation } from './installation'
import { longestInterview } from './known-interview'
import { putInterview, readInterview } from './sandbox-control'
import { expect, giveSession, test } from './test'

const SEGMENTS = 300
/** Seconds in which each of them is said. */
const LASTS = 0.4
const LATE = { segment: 250, moment: 100.1 }
const saidIn = (segment: number) =>
  `Answer number${segment} of the many that were given about the cold room and who had worked there at night before`

let installation: Installation
let id: string
test.beforeAll(async () => {
  installation = await startInstallation({
    env: { MIRROR_INTERVAL_SECONDS: '3600' },
    members: [MEMBERS[0], MEMBERS[2]],
  })
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const { interview_data, ...recorded } = await readInterview(
    installation,
    await longestInterview(installation.origin, cookie),
  )
  const [asked, answered] = interview_data.transcript_with_timestamp
  const talk = Array.from({ length: SEGMENTS }, (_, segment) => {
    const words = saidIn(segment)
      .split(' ')
      .map((word, place, { length }) => {
        const start = (segment + place / length) * LASTS
        return { word, start, end: start + LASTS / length }
      })
    return { ...(segment % 2 === 0 ? asked : answered), content: saidIn(segment), words }
  })
  id = randomUUID()
  const data = { ...interview_data, transcript_with_timestamp: talk, questions_to_transcript_mapping: [] }
  await putInterview(installation.sandbox, id, { ...recorded, interview_data: data })
})
test.afterAll(() => installation.stop())

const segment = (page: Page, index: number) => page.locator(`[data-segment="${index}"]`)

test('a link to what is said late in a long talk leads there, and what is found and printed is all of it', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await openCandidate(page, id, `?panel=transcript&t=${LATE.moment}`)
  await expect(segment(page, LATE.segment)).toBeInViewport()
  await expect(segment(page, LATE.segment)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('/')
  await page.keyboard.type('answer')
  await expect(page.getByText(`1 of ${SEGMENTS}`)).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(`number${SEGMENTS - 1}`).first()).toBeVisible()
  await page.close()
})

test('a note on what is said late in a long talk is marked there when the page is loaded anew', async ({ browser }) => {
  const page = await newPage(browser)
  await openCandidate(page, id)
  await segment(page, LATE.segment).locator('p').scrollIntoViewIfNeeded()
  await segment(page, LATE.segment).focus()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.keyboard.type('Said late.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Said late.' })).not.toContainText('Not sent')
  await expect.poll(() => painted(page, 'noted-words')).toEqual([saidIn(LATE.segment)])

  await page.reload()
  await untilPlayable(page)
  await expect.poll(() => painted(page, 'noted-words')).toEqual([saidIn(LATE.segment)])
  await expect(segment(page, LATE.segment).getByRole('button', { name: 'Open the note' })).toBeAttached()
  await page.close()
})

for (const width of [1440, 390]) {
  test(`nothing moves when the rest of a long talk comes into a page of ${width} px`, async ({ browser }) => {
    const page = await newPage(browser, { viewport: { width, height: 844 } })
    let held: Route[] | null = []
    await page.route(/\/_next\/static\/chunks\/.*\.js/, (route) => (held ? void held.push(route) : route.continue()))
    await page.goto(`/candidates/${id}?panel=transcript`, { waitUntil: 'commit' })
    const last = page.locator('[data-segment]').last()
    await expect(last).toHaveAttribute('data-segment', '59')
    const room = await roomOfTalk(page)
    const scripts = held
    held = null
    for (const script of scripts) await script.continue()
    await untilPlayable(page)
    await expect(last).toHaveAttribute('data-segment', `${SEGMENTS - 1}`)
    expect(await roomOfTalk(page)).toBe(room)
    await page.close()
  })
}

/** A reviewer's. */
async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: installation.origin, ...options })
  await giveSession(page, MEMBERS[2])
  return page
}

/** In pixels, with what is not laid out or not there yet. */
function roomOfTalk(page: Page): Promise<number> {
  return page.getByRole('list', { name: 'Transcript' }).evaluate(async (list) => {
    await document.fonts.ready
    return list.getBoundingClientRect().height
  })
}
