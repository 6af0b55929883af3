// One question, and what everybody said to it.
import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { heardFrom } from './candidate-page'
import { answersTo, givenQuestion, questionsOf, test } from './compared'
import { MEMBERS, STOCKER } from './installation'
import { expect, giveSession } from './test'

/** The answer that is open. */
const open = (page: Page) => page.getByRole('list', { name: 'Answers' }).locator('[aria-current=true]')

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
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  const { path, tell } = await givenQuestion(installation, { email: MEMBERS[1], place: 2 })
  const heard = (await tell()).answers.filter(({ recording, state }) => recording !== null && state === 'answered')
  await page.goto(path)
  await untilAlive(page)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText((await tell()).question.text)
  await openHeard(page)
  const first = await open(page).getByRole('heading').textContent()

  await page.keyboard.press(' ')
  const starts = heard.map(({ plays }) => plays.candidate[0]?.start ?? NaN)
  const recording = open(page).getByLabel('Recording', { exact: true })
  const distances = (from: number) => starts.map((start) => Math.abs(start - from))
  const nearest = async () => Math.min(...(await heardFrom(recording)).flatMap(distances))
  await expect.poll(nearest).toBeLessThanOrEqual(0.15)

  await page.keyboard.press('4')
  await expect(page.getByText(`${first} rated 4`)).toBeVisible()
  await expect(open(page).getByRole('heading')).not.toHaveText(first ?? '')
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating?.rating === 4)).toHaveLength(1)

  await page.keyboard.press('z')
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating !== null)).toHaveLength(0)
})

test('what is rated without a network waits for it, and says so', async ({ page, context, installation }) => {
  await giveSession(page, MEMBERS[2])
  const { path, tell } = await givenQuestion(installation, { email: MEMBERS[2], place: 3 })
  await page.goto(path)
  await untilAlive(page)
  await context.setOffline(true)
  await page.keyboard.press('5')
  await expect(page.getByText('1 rating waits for the network')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating?.rating === 5)).toHaveLength(1)

  await page.keyboard.press('z')
  await expect.poll(async () => (await tell()).answers.filter(({ rating }) => rating !== null)).toHaveLength(0)
})

test('where names are hidden the page has none of them, until they are shown', async ({ page, installation }) => {
  await giveSession(page, MEMBERS[0])
  const { path, tell } = await givenQuestion(installation, { email: MEMBERS[0], place: 4 })
  const ids = (await tell()).answers.map(({ interview }) => interview)
  const change = (hidden: boolean) =>
    page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers: { origin: installation.origin } })
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
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  const { key, path } = await givenQuestion(installation, { email: MEMBERS[1], place: 1 })
  const headers = { origin: installation.origin }
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
