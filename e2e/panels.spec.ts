import { z } from 'zod'
import { formatDuration } from '../components/duration'
import { untilAlive } from './alive'
import { givenCandidatePage, mediaOf, openCandidate, wordsOfInterview } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect, giveSession, type Shared, test } from './test'

const list = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      candidate: z.object({ name: z.string().nullable() }),
      assessment: z.object({ generalScore: z.number().nullable() }),
      talk: z.number().nullable(),
      duration: z.number().nullable(),
      hasAudio: z.boolean(),
    }),
  ),
})

async function interviewsOf({ origin }: Shared) {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${origin}/api/interviews?limit=200`, { headers: { cookie } })
  return list.parse(await response.json()).items
}

test('a sentence of the summary that quotes the candidate plays what it quotes', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const { id } = (await interviewsOf(shared)).find(({ candidate }) => candidate.name === 'Renske Abma') ?? { id: '' }
  await openCandidate(page, id)
  await page.getByRole('tab', { name: 'Summary' }).click()
  const quoted = 'the graph was flat, and flat was the alarm'
  const segment = page.locator('[data-segment]').filter({ has: page.locator('p', { hasText: quoted }) })
  const offset = ((await segment.locator('p').textContent()) ?? '').indexOf(quoted)
  const words = (await wordsOfInterview(page, id))[Number(await segment.getAttribute('data-segment'))]
  const start = words?.find(({ from }) => from === offset)?.start ?? NaN
  await page.getByRole('button', { name: `Play what is quoted, at ${formatDuration(start)}` }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThanOrEqual(Math.floor(start))
})

test('scores that rest on little say so before they are shown, and the others do not', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const scored = (await interviewsOf(shared)).filter((row) => row.assessment.generalScore !== null && row.talk !== null)
  const thin = scored.find(({ talk }) => (talk ?? 0) < 60)
  const ample = scored.toSorted((a, b) => (b.talk ?? 0) - (a.talk ?? 0))[0]
  if (!thin || !ample) throw new Error('the sample interviews have changed')

  await page.goto(`/candidates/${thin.id}`)
  await untilAlive(page)
  await page.getByRole('tab', { name: 'Scores' }).click()
  await expect(page.getByText(/^These scores rest on \d+ s of speech/)).toBeVisible()
  await page.goto(`/candidates/${ample.id}?panel=scores`)
  await expect(page.getByRole('cell', { name: /\d+ % of \d+:\d\d/ })).toBeVisible()
  await expect(page.getByText(/^These scores rest on/)).toHaveCount(0)
})

test('what is printed is one document with the answers and their times, and nothing to press', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('c')
  await page.keyboard.type('Half a thought')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  for (const title of ['Scores', 'Summary', 'Questions', 'Notes']) {
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
  }
  const answer = page.getByRole('listitem').filter({ hasText: /^\d+:\d\d/ })
  await expect(answer.first()).toBeVisible()
  // Greetings and goodbyes too: whatever was said is on the paper.
  await expect(page.getByRole('heading', { name: 'Outside the questions' })).toBeVisible()
  const unprinted = async () => {
    const printed = (await answer.allTextContents()).join('\n')
    const said = await page.locator('[data-segment] p').allTextContents()
    return said.length === 0 ? ['nothing is said'] : said.filter((words) => !printed.includes(words))
  }
  await expect.poll(unprinted).toEqual([])
  // The times of notes and quotes remain as text.
  const pressed = page.getByRole('button', {
    name: /^(Play|Play answer.*|Print|Keys|Copy link|Add a note.*|Reply|Edit)$/,
  })
  await expect(pressed.filter({ visible: true })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeHidden()

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('heading', { name: 'Questions', exact: true })).toBeHidden()
})

test('a note that is being changed is printed as the others read it', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('c')
  await page.keyboard.type('As the others read it')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: 'As the others read it' })
  await note.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByRole('textbox', { name: 'Your note' })
  await field.fill('Half of a change')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(field).toBeHidden()
  await expect(page.getByText('As the others read it').filter({ visible: true })).toHaveCount(1)
})

test('an interview whose talk belongs to no question is printed whole', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[2])
  // Ribbon has matched none of this one to its script.
  const unmapped = (await interviewsOf(shared)).find(({ candidate }) => candidate.name?.startsWith('陽平'))
  await page.goto(`/candidates/${unmapped?.id}`)
  await expect(page.getByRole('meter', { name: /^Read/ })).toBeAttached()
  const said = await page.locator('[data-segment] p').allTextContents()
  expect(said.length).toBeGreaterThan(10)

  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const printed = page
    .getByRole('tabpanel', { name: 'Questions' })
    .getByRole('listitem')
    .filter({ hasText: /^\d+:\d\d/ })
  await expect(printed).toHaveCount(said.length)
  await expect(printed.last()).toContainText(said.at(-1) ?? '')
})

test('without a recording the transcript can still be searched and noted', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[2])
  const silent = (await interviewsOf(shared)).find(({ hasAudio, talk }) => !hasAudio && talk !== null)
  await page.goto(`/candidates/${silent?.id}`)
  await untilAlive(page)
  const said = await page.locator('[data-segment] p').first().innerText()
  await page.keyboard.press('/')
  // Whatever they speak.
  await page.keyboard.insertText(/[\p{L}\p{M}]+/u.exec(said)?.[0] ?? '')
  await expect(page.getByRole('search').getByText(/^1 of \d+/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused()
})

test('an interview is as long in its header as in the player and the list, and its figures stand in one line', async ({
  page,
  shared,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await giveSession(page, MEMBERS[2])
  const wrong: string[] = []
  const recorded = (await interviewsOf(shared)).filter(({ hasAudio, talk }) => hasAudio && talk !== null).slice(0, 6)
  for (const { id, duration } of recorded) {
    await openCandidate(page, id, '?panel=scores')
    const length = formatDuration(duration)
    await expect(page.locator('main header + div > p')).toContainText(length)
    await expect(page.getByRole('region', { name: 'Player' })).toContainText(`/ ${length}`)
    const lines = await page
      .getByRole('row', { name: /^Candidate speaks/ })
      .getByRole('cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height))
    if (lines.some((height) => height > 40)) wrong.push(id)
  }
  expect(wrong).toEqual([])
})

test('a note that is begun before anything plays is about the whole interview, and can be about this moment', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('c')
  const whole = page.getByRole('button', { name: 'Whole interview', pressed: true })
  await expect(whole).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Add a note at this moment' }).click()
  await expect(page.getByRole('button', { name: 'This moment', pressed: true })).toBeVisible()
  await page.getByRole('button', { name: 'Whole interview', exact: true }).click()
  await expect(whole).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused()
})
