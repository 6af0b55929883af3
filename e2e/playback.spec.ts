import type { Page } from '@playwright/test'
import { gapsOf } from '../lib/transcript/listening'
import {
  candidateSpans,
  givenCandidatePage,
  mediaOf,
  openCandidate,
  painted,
  selectWords,
  untilHeardFrom,
  wordsOfInterview,
} from './candidate-page'
import { expect, test } from './test'

type Jump = { from: number; to: number }

test('candidate-only playback skips exactly the agent and the silences', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const spans = await candidateSpans(page, id)
  expect(spans.length).toBeGreaterThan(3)

  await page.getByRole('button', { name: 'Listen to: Whole interview' }).click()
  await page.getByRole('menuitemradio', { name: /Candidate only/ }).click()
  await expect(page.getByText(/\d:\d\d instead of \d:\d\d/)).toBeVisible()
  await recordJumps(page)
  await page.getByRole('button', { name: 'Speed: 1×' }).click()
  await page.getByRole('menuitemradio', { name: '2×', exact: true }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()

  await expect.poll(async () => (await jumps(page)).length).toBeGreaterThanOrEqual(3)
  await page.getByRole('button', { name: 'Pause' }).click()
  const expected = gapsOf(spans, Infinity)
  for (const [index, { from, to }] of (await jumps(page)).slice(0, 3).entries()) {
    // How soon after the end of a stretch it is cut depends here on how busy the machine is: playback.test.ts says how exactly.
    expect(from).toBeGreaterThan((expected[index]?.start ?? 0) - 0.15)
    expect(from).toBeLessThan(expected[index]?.end ?? 0)
    expect(to).toBeCloseTo(expected[index]?.end ?? 0, 1)
  }
})

test('a word of the agent is played when it is clicked, also while only the candidate is listened to', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: 'Listen to: Candidate only' })).toBeVisible()
  const agent = page.locator('[data-segment]:not([data-candidate]) p').nth(2)
  const segment = await agent.evaluate((said) => Number(said.closest<HTMLElement>('[data-segment]')?.dataset.segment))
  const start = (await wordsOfInterview(page, id))[segment]?.[0]?.start ?? NaN
  await agent.click({ position: { x: 4, y: 12 } })
  await untilHeardFrom(page, start)
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeGreaterThan(start + 0.5)
})

test('a click on a word is heard from that word on, to within 150 ms', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const words = await wordsOfInterview(page, id)
  // From the end on: what is heard before the next click never reaches a word that was clicked already.
  for (const segment of [7, 5, 3]) {
    const said = page.locator(`[data-segment="${segment}"] p`)
    const word = words[segment]?.[1]
    if (!word) throw new Error(`segment ${segment} has no second word`)
    // Within the text, which may be scrolled yet: the recording is followed.
    const position = await said.evaluate((element, { from, to }) => {
      const range = document.createRange()
      const text = element.firstChild ?? element
      range.setStart(text, from)
      range.setEnd(text, to)
      // The space before a word may be at the end of the line above.
      const { left, top, width, height } = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
      const box = element.getBoundingClientRect()
      return { x: left + width / 2 - box.left, y: top + height / 2 - box.top }
    }, word)
    await said.click({ position })
    await untilHeardFrom(page, word.start)
    await page.getByRole('button', { name: 'Pause' }).click()
  }
})

test('a link to a stretch plays that stretch and stops', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.goto(`/candidates/${id}?t=5-7.5`)
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeCloseTo(5, 1)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => mediaOf(page).then(({ paused, time }) => paused && time > 6)).toBe(true)
  // How soon after the end it is stopped depends here on how busy the machine is: playback.test.ts says how exactly.
  expect((await mediaOf(page)).time).toBeLessThan(10)
  await expect.poll(() => painted(page, 'linked-words')).toEqual([])
})

test('speed is remembered, keeps the pitch, and reaches from half to three times', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Speed: 1×' }).click()
  await page.getByRole('menuitemradio', { name: '3×', exact: true }).click()
  await page.goto(`/candidates/${id}`)
  await expect(page.getByRole('button', { name: 'Speed: 3×' })).toBeVisible()
  expect(await mediaOf(page)).toMatchObject({ rate: 3, preservesPitch: true })
})

test('the timeline says what is said where the pointer is, and seeks there', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const words = await wordsOfInterview(page, id)
  const word = words[3]?.[0]
  if (!word) throw new Error('segment 3 has no word')
  const slider = page.getByRole('slider', { name: 'Position in the recording' })
  const box = await slider.boundingBox()
  const { duration } = await mediaOf(page)
  if (!box) throw new Error('there is no timeline')
  const text = await page.locator('[data-segment="3"] p').textContent()
  await page.mouse.move(box.x + ((word.start + 0.2) / duration) * box.width, box.y + 10)
  await expect(page.getByText((text ?? '').split(' ').slice(0, 3).join(' ')).first()).toBeVisible()
  await page.mouse.click(box.x + ((word.start + 0.2) / duration) * box.width, box.y + 10)
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeGreaterThan(word.start - 1)
})

test('the same place of the timeline is played from again when it is pressed again', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  // The slider moves by a five-hundredth of the recording: pressed at the beginning of such a step, it stays.
  const longest = await page.evaluate(async () => {
    const response = await fetch('/api/interviews?recording=yes&sort=-duration&limit=1')
    return ((await response.json()) as { items: { id: string }[] }).items[0]?.id
  })
  await openCandidate(page, longest ?? '')
  const recording = page.getByLabel('Recording', { exact: true })
  const box = await page.getByRole('slider', { name: 'Position in the recording' }).boundingBox()
  if (!box) throw new Error('there is no timeline')
  const place = [box.x + box.width * 0.5005, box.y + 10] as const
  await page.mouse.click(...place)
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(10)
  const { time } = await mediaOf(page)

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(time + 0.05)
  await page.getByRole('button', { name: 'Pause' }).click()
  await recording.evaluate((media) => {
    media.addEventListener('seeking', () => (media.dataset.sought = String((media as HTMLMediaElement).currentTime)))
  })
  await page.mouse.click(...place)
  await expect(recording).toHaveAttribute('data-sought', String(time))
})

/** Where the recording was left and where it went on, jump by jump. */
async function recordJumps(page: Page) {
  await page.getByLabel('Recording', { exact: true }).evaluate((media) => {
    const video = media as HTMLMediaElement & { jumps: Jump[] }
    video.jumps = []
    let before = video.currentTime
    const watch = () => {
      if (!video.seeking) before = video.currentTime
      requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
    video.addEventListener('seeking', () => video.jumps.push({ from: before, to: video.currentTime }))
  })
}

function jumps(page: Page): Promise<Jump[]> {
  return page
    .getByLabel('Recording', { exact: true })
    .evaluate((media) => (media as HTMLMediaElement & { jumps: Jump[] }).jumps)
}

test('N and P step through the questions, and the one under the playhead is marked', async ({ page, shared }) => {
  const { name } = await givenCandidatePage(page, shared)
  await page.getByRole('tab', { name: 'Questions' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  const marked = page.getByRole('tabpanel', { name: 'Questions' }).locator('[aria-current=true]')
  await page.keyboard.press('n')
  await expect(marked).toHaveCount(1)
  const first = await marked.textContent()
  await page.keyboard.press('n')
  await expect(marked).not.toHaveText(first ?? '')
  const { time } = await mediaOf(page)
  await page.keyboard.press('n')
  await page.keyboard.press('p')
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(time, 1)

  const title = await page.evaluate(() => navigator.mediaSession.metadata?.title)
  expect(name).toContain(title ?? '?')
})

test('the transcript yields to who scrolls away, and comes back with them to a moment that they go to', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  const follow = page.getByRole('button', { name: 'Follow' })
  const spoken = page.locator('[data-segment][aria-current=true]').first()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.locator('[data-segment]').first().hover()
  await page.mouse.wheel(0, 100_000)
  await expect(follow).toBeVisible()
  await expect(spoken).not.toBeInViewport()

  // A few seconds back or forth are for the ear: the reader stays where they read.
  await page.keyboard.press('l')
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(10)
  await expect(follow).toBeVisible()
  await expect(spoken).not.toBeInViewport()

  await page.keyboard.press('n')
  await expect(follow).toHaveCount(0)
  await expect(spoken).toBeInViewport()

  // Words that are being selected must not be scrolled away. So slow that they are spoken until they are.
  await page.getByLabel('Recording', { exact: true }).evaluate((media) => {
    ;(media as HTMLMediaElement).playbackRate = 0.1
  })
  const segment = Number(await spoken.getAttribute('data-segment'))
  const said = (await page.locator(`[data-segment="${segment}"] p`).textContent()) ?? ''
  await selectWords(page, segment, said.split(' ').slice(0, 3).join(' '))
  await expect(follow).toBeVisible()
})

test('an answer is played without the agent while only the candidate is listened to', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.getByRole('tab', { name: 'Questions' }).click()
  const play = page.getByRole('button', { name: 'Play answer 1', exact: true })
  const pause = page.getByRole('button', { name: 'Pause answer 1', exact: true })
  const agent = await firstSought(page, () => play.click())
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0)
  await pause.click()

  await page.keyboard.press('x')
  const time = await firstSought(page, () => play.click())
  await expect(pause).toBeVisible()
  expect(time).toBeGreaterThan(agent)
  const spans = await candidateSpans(page, id)
  expect(spans.some(({ start, end }) => time >= start - 0.05 && time <= end)).toBe(true)
})

/** Seconds to which the recording is sent first by this, wherever it has played on to since. */
async function firstSought(page: Page, press: () => Promise<void>): Promise<number> {
  const recording = page.getByLabel('Recording', { exact: true })
  await recording.evaluate((media) => {
    delete media.dataset.sought
    const note = () => (media.dataset.sought = String((media as HTMLMediaElement).currentTime))
    media.addEventListener('seeking', note, { once: true })
  })
  await press()
  await expect(recording).toHaveAttribute('data-sought')
  return Number(await recording.getAttribute('data-sought'))
}

test('when each word is said is asked for again where it could not be had', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.route('**/words', (route) => route.abort())
  await page.goto(`/candidates/${id}`)
  const said = page.getByText('When each word is said could not be loaded')
  await expect(said).toBeVisible()
  await page.unrouteAll()
  await expect(said).toHaveCount(0)
})
