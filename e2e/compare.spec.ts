import type { Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, STOCKER } from './installation'
import { knownInterview } from './known-interview'
import { expect, giveSession, type Shared, test } from './test'

const span = z.object({ start: z.number(), end: z.number() })
const answersTo = z.object({
  question: z.object({ key: z.string(), text: z.string() }),
  answers: z.array(
    z.object({
      interview: z.string(),
      state: z.string(),
      recording: z.string().nullable(),
      rating: z.object({ rating: z.number() }).nullable(),
      plays: z.object({ candidate: z.array(span) }),
      segments: z.array(z.object({ speaker: z.string(), text: z.string() })),
    }),
  ),
})
const questionsOf = z.object({ questions: z.array(z.object({ key: z.string(), answered: z.number() })) })

/** A question of the stockers that several of them answered, as this member is told it. */
async function givenQuestion({ origin }: Shared, { email, place }: { email: string; place: number }) {
  const cookie = await signInOverHttp(origin, email, PASSWORD)
  await knownInterview(origin, cookie)
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { headers: { cookie } })).json()
  const { questions } = questionsOf.parse(await ask(`/api/flows/${STOCKER}/questions`))
  const key = questions[place]?.key ?? ''
  const tell = async () => answersTo.parse(await ask(`/api/flows/${STOCKER}/questions/${key}/answers`))
  return { key, tell, path: `/compare?flow=${STOCKER}&q=${key}` }
}

/** The answer that is open. */
const open = (page: Page) => page.getByRole('list', { name: 'Answers' }).locator('[aria-current=true]')

function soundOf(page: Page) {
  return open(page)
    .getByLabel('Recording', { exact: true })
    .evaluate((element) => {
      const { currentTime, paused } = element as HTMLMediaElement
      return { time: currentTime, paused }
    })
}

/** They stand as they arrived, which may begin with somebody of whom there is no recording. */
async function openHeard(page: Page) {
  const name = open(page).getByRole('heading')
  while (await open(page).getByText('no recording').isVisible()) {
    const unheard = (await name.textContent()) ?? ''
    await page.keyboard.press('j')
    await expect(name).not.toHaveText(unheard)
  }
}

test('everybody’s answer is heard one after another, for what the candidate says, and rated by keys', async ({
  page,
  shared,
}) => {
  await giveSession(page, MEMBERS[1])
  const { path, tell } = await givenQuestion(shared, { email: MEMBERS[1], place: 2 })
  const heard = (await tell()).answers.filter(({ recording, state }) => recording !== null && state === 'answered')
  await page.goto(path)
  await untilAlive(page)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText((await tell()).question.text)
  await openHeard(page)
  const first = await open(page).getByRole('heading').textContent()

  await page.keyboard.press(' ')
  await expect.poll(async () => (await soundOf(page)).paused).toBe(false)
  const starts = heard.map(({ plays }) => plays.candidate[0]?.start ?? NaN)
  const { time } = await soundOf(page)
  expect(Math.min(...starts.map((start) => Math.abs(start - time)))).toBeLessThan(5)

  await page.keyboard.press('4')
  await expect(page.getByText(`${first} rated 4`)).toBeVisible()
  await expect(open(page).getByRole('heading')).not.toHaveText(first ?? '')
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating?.rating === 4)).toHaveLength(1)

  await page.keyboard.press('z')
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating !== null)).toHaveLength(0)
})

test('what is rated without a network waits for it, and says so', async ({ page, context, shared }) => {
  await giveSession(page, MEMBERS[2])
  const { path, tell } = await givenQuestion(shared, { email: MEMBERS[2], place: 3 })
  await page.goto(path)
  await untilAlive(page)
  await context.setOffline(true)
  await page.keyboard.press('5')
  await expect(page.getByText('1 rating waits for the network')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating?.rating === 5)).toHaveLength(1)
})

test('where names are hidden the page has none of them, until they are shown', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[0])
  const { path, tell } = await givenQuestion(shared, { email: MEMBERS[0], place: 4 })
  const ids = (await tell()).answers.map(({ interview }) => interview)
  const change = (hidden: boolean) =>
    page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers: { origin: shared.origin } })
  await change(true)
  try {
    await page.goto(path)
    await untilAlive(page)
    await expect(open(page).getByRole('heading')).toHaveText(/^Candidate [A-Z]{4,}$/)
    const sent = [path, `${path}&view=matrix`].map(async (address) => (await page.request.get(address)).text())
    for (const html of [await page.content(), ...(await Promise.all(sent))]) {
      expect(html).toContain('Candidate ')
      for (const secret of ['Marlene', 'Oduya', 'Hohenfels', ...ids]) expect(html).not.toContain(secret)
    }
    await page.getByRole('button', { name: 'Show now' }).click()
    await page.getByRole('button', { name: 'Show names' }).click()
    await expect(page.getByText('Names are shown, as you asked.')).toBeVisible()
    await expect(open(page).getByRole('heading')).not.toHaveText(/^Candidate [A-Z]{4,}$/)
  } finally {
    await change(false)
  }
})

test('names come by themselves with the last of all answers, to every question, and go with one that is taken back', async ({
  page,
  shared,
}) => {
  await giveSession(page, MEMBERS[1])
  const { key, path } = await givenQuestion(shared, { email: MEMBERS[1], place: 1 })
  const headers = { origin: shared.origin }
  const hide = (hidden: boolean) => page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers })
  const flow = `/api/flows/${STOCKER}/questions`
  const { questions } = questionsOf.parse(await (await page.request.get(flow)).json())
  const unrated: string[] = []
  for (const question of questions) {
    const { answers } = answersTo.parse(await (await page.request.get(`${flow}/${question.key}/answers`)).json())
    for (const { interview, state, rating } of answers)
      if (rating === null && (state === 'answered' || state === 'cut_off'))
        unrated.push(`/api/interviews/${interview}/ratings/${question.key}`)
  }
  const last = unrated.find((url) => url.endsWith(key))
  try {
    for (const url of unrated) if (url !== last) await page.request.put(url, { data: { rating: 3 }, headers })
    await hide(true)
    await page.goto(path)
    await untilAlive(page)
    const names = page.getByRole('list', { name: 'Answers' }).getByText(/^Candidate [A-Z]{4,}$/)
    await expect(names).not.toHaveCount(0)
    await page.keyboard.press('4')
    await expect(names).toHaveCount(0)
    await page.keyboard.press('n')
    await expect(page.getByText('Names are shown: all is rated.')).toBeVisible()
    await expect(names).toHaveCount(0)
    await page.keyboard.press('z')
    await expect(page.getByText(/^The rating of Candidate [A-Z]{4,} is taken back$/)).toBeVisible()
    await expect(names).not.toHaveCount(0)
  } finally {
    await hide(false)
    for (const url of unrated) await page.request.delete(url, { headers })
  }
})

test('a cell of the matrix plays, and the matrix is sorted by any column', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
  await untilAlive(page)
  const column = page.getByRole('columnheader', { name: /^3 / })
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  const cell = page.locator('[data-row="0"][data-cell="2"]')
  await cell.focus()
  await page.keyboard.press('Enter')
  const strip = page.getByRole('region', { name: 'Answer' })
  await expect(strip.getByRole('button', { name: 'Pause' })).toBeVisible()
})

const matrixOf = z.object({ rows: z.array(z.object({ interview: z.string(), plays: z.boolean() })) })

/** The first stockers with a recording, as they stand in the matrix. */
async function givenFinalists(page: Page, count: number) {
  const { rows } = matrixOf.parse(await (await page.request.get(`/api/flows/${STOCKER}/matrix`)).json())
  return rows
    .filter(({ plays }) => plays)
    .map(({ interview }) => interview)
    .slice(0, count)
}

const columns = (page: Page) =>
  page.getByRole('table', { name: 'What each candidate answered' }).getByRole('columnheader')
const sounding = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter(({ paused }) => !paused).length,
  )

test('who is ticked in the matrix stands side by side, the link carries the choice, and one of them is heard at a time', async ({
  page,
  shared,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
  await untilAlive(page)
  const ticks = page.getByRole('region', { name: 'Matrix' }).getByRole('checkbox')
  for (const place of [1, 3, 5]) await ticks.nth(place).check()
  await page
    .getByRole('navigation', { name: 'View' })
    .getByRole('link', { name: /Side by side/ })
    .click()
  await expect(columns(page)).toHaveCount(3)
  const names = await columns(page).allInnerTexts()

  await page.goto(page.url())
  await untilAlive(page)
  await expect(columns(page)).toHaveCount(3)
  expect(await columns(page).allInnerTexts()).toEqual(names)
  await expect(
    page
      .getByText('not asked')
      .or(page.getByRole('button', { name: /^Play the answer/ }))
      .first(),
  ).toBeVisible()

  const answers = page.getByRole('button', { name: /^Play the answer/ })
  await answers.first().click()
  await expect.poll(() => sounding(page)).toBe(1)
  const first = await page.getByRole('button', { name: 'Pause' }).count()
  expect(first).toBe(1)
  await answers.first().click()
  await expect.poll(() => sounding(page)).toBe(1)
  await expect(page.locator('td[aria-current=true]')).toHaveCount(1)

  await columns(page)
    .last()
    .getByRole('button', { name: /^Leave/ })
    .click()
  await expect(columns(page)).toHaveCount(2)
  expect(new URL(page.url()).searchParams.get('ids')?.split(',')).toHaveLength(2)
})

test('on a phone the question stays above its answers, whichever of them is read', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  await page.setViewportSize({ width: 390, height: 844 })
  const ids = await givenFinalists(page, 3)
  await page.goto(`/compare?flow=${STOCKER}&view=side&ids=${ids.join()}`)
  await untilAlive(page)
  await expect(columns(page)).toHaveCount(3)
  const region = page.getByRole('region', { name: 'Side by side' })
  const head = region.getByRole('heading', { level: 2, name: /^3/ })
  // Until its answers have begun to leave the window.
  await head.evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' })
    heading.closest('section')?.scrollBy({ top: 20 })
  })
  for (const aside of [0, 320]) {
    await region.evaluate((section, left) => section.scrollTo({ left }), aside)
    await expect(head).toBeInViewport({ ratio: 1 })
    const isCovered = await head.evaluate((heading) => {
      const { left, top, width, height } = heading.getBoundingClientRect()
      return !heading.contains(document.elementFromPoint(left + width / 3, top + height / 2))
    })
    expect(isCovered).toBe(false)
  }
})

test('who is ticked by a letter goes on to be once names are shown, and once they are hidden again', async ({
  page,
  shared,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  const hide = (hidden: boolean) =>
    page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers: { origin: shared.origin } })
  await hide(true)
  try {
    await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
    await untilAlive(page)
    const lines = page.getByRole('region', { name: 'Matrix' }).getByRole('rowheader')
    for (const place of [1, 3]) await lines.nth(place).getByRole('checkbox').check()
    const ticked = lines.filter({ has: page.getByRole('checkbox', { checked: true }) })
    const letters = await ticked.allInnerTexts()
    expect(letters).toEqual([
      expect.stringMatching(/^Candidate [A-Z]{4,}$/),
      expect.stringMatching(/^Candidate [A-Z]{4,}$/),
    ])

    await page.getByRole('button', { name: 'Show names to everybody' }).click()
    await expect(lines.filter({ hasText: /^Candidate [A-Z]{4,}$/ })).toHaveCount(0)
    await expect(ticked).toHaveCount(2)
    await page.getByRole('button', { name: 'Hide names for everybody' }).click()
    await expect(ticked).toHaveText(letters)
  } finally {
    await hide(false)
  }
})

test('an answer is rated in its column, and what the link names and is not there is said', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  const [one, other] = await givenFinalists(page, 2)
  await page.goto(`/compare?flow=${STOCKER}&view=side&ids=${one},${other},nobody`)
  await untilAlive(page)
  await expect(page.getByText('1 of the chosen candidates is not here')).toBeVisible()
  await page
    .getByRole('button', { name: /^Play the answer/ })
    .first()
    .click()
  await page.keyboard.press('3')
  await expect(page.getByText(/rated 3$/)).toBeVisible()
  await expect(columns(page).first()).toContainText('1 of')
  await page.keyboard.press('z')
  await expect(columns(page).first()).toContainText('0 of')
})
