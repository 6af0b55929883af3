import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { givenCandidatePage, mediaOf, openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { expect, test } from './test'

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS

/** Its flows are as they are when they appear: they hide everything from whoever has not voted. */
let installation: Installation
test.beforeAll(async () => {
  installation = await startInstallation({ isBlind: true })
})
test.afterAll(() => installation.stop())

const choice = (page: Page, vote: string) =>
  page.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: vote, exact: true })
const state = (page: Page) => page.getByRole('region', { name: 'Vote', exact: true })

/** On the page of one and the same interview, in a browser of their own. */
async function givenVoter(browser: Browser, email: string, device: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: installation.origin, ...device })
  const page = await context.newPage()
  const { id, name } = await givenCandidatePage(page, installation, email)
  return { context, page, id, name }
}

async function flowOf(page: Page, id: string): Promise<string> {
  const { flow } = (await (await page.request.get(`/api/interviews/${id}`)).json()) as { flow: { id: string } }
  return flow.id
}

type Told = { mine: { vote: string } | null; all?: { vote: string; cast: string; member: { email: string } }[] }

/** What the server tells this member of the votes. */
async function votesOf(email: string, id: string): Promise<Told> {
  const cookie = await signInOverHttp(installation.origin, email, PASSWORD)
  const response = await fetch(`${installation.origin}/api/interviews/${id}/votes`, { headers: { cookie } })
  return (await response.json()) as Told
}

/** As from another device of theirs. */
async function castElsewhere(email: string, id: string, vote: string | null) {
  const { origin } = installation
  const cookie = await signInOverHttp(origin, email, PASSWORD)
  const sent = vote ? { method: 'PUT', body: JSON.stringify({ vote }) } : { method: 'DELETE' }
  const response = await fetch(`${origin}/api/interviews/${id}/vote`, { ...sent, headers: { cookie, origin } })
  expect(response.status).toBe(200)
}

async function loseVotes(context: BrowserContext) {
  await context.route(/\/vote(\?|$)/, (route) => route.abort())
}

async function findVotes(context: BrowserContext) {
  await context.unrouteAll()
  for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

test('a key votes while the recording plays on, what was hidden comes in without a reload, and the vote can be undone', async ({
  browser,
}) => {
  const { page, id, context } = await givenVoter(browser, REVIEWER)
  await page.getByRole('tab', { name: 'Summary' }).click()
  const summary = page.getByRole('tabpanel', { name: 'Summary' })
  await expect(summary).toContainText('Hidden until you vote. Press 1–4.')
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0.2)

  await page.keyboard.press('3')
  await expect(choice(page, 'Hire')).toHaveAttribute('aria-pressed', 'true')
  await expect(state(page)).toContainText(/You: Hire\s*now, blind/)
  await expect(summary).not.toContainText('Hidden')
  const { time, paused } = await mediaOf(page)
  expect(paused).toBe(false)
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(time)
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage') as unknown)).toBe(true)

  await page.getByRole('textbox', { name: 'Reason for your vote' }).fill('Owned the accident')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await votesOf(REVIEWER, id)).mine).toMatchObject({ reason: 'Owned the accident' })
  // What is typed in the field is no vote.
  await choice(page, 'Strong hire').click()
  await expect.poll(async () => (await votesOf(REVIEWER, id)).mine?.vote).toBe('strong_hire')
  await state(page).getByRole('button', { name: 'Undo' }).click()
  await expect(choice(page, 'Hire')).toHaveAttribute('aria-pressed', 'true')
  await expect
    .poll(async () => (await votesOf(REVIEWER, id)).mine)
    .toMatchObject({
      ...{ vote: 'hire', reason: 'Owned the accident' },
    })
  // Where a French keyboard has its 1, which writes & by itself.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '&', code: 'Digit1', bubbles: true })),
  )
  await expect(choice(page, 'Strong no hire')).toHaveAttribute('aria-pressed', 'true')
  // What was said for hiring is no reason against it.
  await expect(page.getByRole('textbox', { name: 'Reason for your vote' })).toHaveValue('')
  await expect
    .poll(async () => (await votesOf(REVIEWER, id)).mine)
    .toMatchObject({ vote: 'strong_no_hire', reason: null })
  await context.close()
})

test('a vote that the network loses is kept, in both tabs and through a reload, and cast once', async ({ browser }) => {
  const { page, id, context } = await givenVoter(browser, REVIEWER)
  await castElsewhere(REVIEWER, id, null)
  await openCandidate(page, id)
  await loseVotes(context)
  await page.keyboard.press('4')
  await expect(state(page)).toContainText('Not sent yet, kept here')
  const other = await context.newPage()
  await openCandidate(other, id)
  await expect(choice(other, 'Strong hire')).toHaveAttribute('aria-pressed', 'true')
  await expect(other.getByRole('link', { name: '1 vote is not sent yet' }).first()).toBeVisible()
  await other.keyboard.press('2')
  await expect(choice(page, 'No hire')).toHaveAttribute('aria-pressed', 'true')

  await findVotes(context)
  for (const tab of [page, other]) {
    await expect(state(tab)).not.toContainText('Not sent')
    await expect(choice(tab, 'No hire')).toHaveAttribute('aria-pressed', 'true')
    await expect(tab.getByText(/not sent yet/)).toHaveCount(0)
  }
  const { all = [] } = await votesOf(REVIEWER, id)
  expect(all.filter(({ member }) => member.email === REVIEWER)).toMatchObject([{ vote: 'no_hire' }])
  await context.close()
})

test('what was cast on another device meanwhile is not overwritten: whoever votes says which is to stand', async ({
  browser,
}) => {
  const { page, id, context } = await givenVoter(browser, REVIEWER)
  await castElsewhere(REVIEWER, id, 'hire')
  for (const [keeps, stands] of [
    ['Keep Strong hire', 'strong_hire'],
    ['Leave No hire', 'no_hire'],
  ] as const) {
    await castElsewhere(REVIEWER, id, 'hire')
    await openCandidate(page, id)
    await loseVotes(context)
    await page.keyboard.press('4')
    await expect(state(page)).toContainText('Not sent yet')
    await castElsewhere(REVIEWER, id, 'no_hire')
    await findVotes(context)
    await expect(state(page).getByRole('alert')).toContainText('Changed elsewhere just now: No hire. Keep Strong hire?')
    expect((await votesOf(REVIEWER, id)).mine?.vote).toBe('no_hire')
    await state(page).getByRole('button', { name: keeps }).click()
    await expect(state(page).getByRole('alert')).toHaveCount(0)
    await expect.poll(async () => (await votesOf(REVIEWER, id)).mine?.vote).toBe(stands)
  }
  await context.close()
})

test('a recruiter who wants to see the scores first is asked, and their vote says so to colleagues who have voted', async ({
  browser,
}) => {
  const { page, id, context } = await givenVoter(browser, RECRUITER)
  const reviewer = await givenVoter(browser, REVIEWER)
  await expect(reviewer.page.getByRole('button', { name: 'Show now' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Scores' }).click()
  const scores = page.getByRole('tabpanel', { name: 'Scores' })
  await expect(scores).toContainText('Hidden until you vote')
  await expect(scores).not.toContainText('of 5')

  await scores.getByRole('button', { name: 'Show now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Show the scores and what colleagues think before you vote?' })
  await expect(dialog).toContainText('Your vote will say that you saw the scores first.')
  await dialog.getByRole('button', { name: 'Vote first' }).click()
  await expect(scores).toContainText('Hidden until you vote')
  await scores.getByRole('button', { name: 'Show now' }).click()
  await dialog.getByRole('button', { name: 'Show now' }).click()
  await expect(scores).toContainText('of 5, the mean')

  await page.keyboard.press('1')
  await expect(state(page)).toContainText(/You: Strong no hire\s*now, voted after seeing the scores/)
  await reviewer.page.keyboard.press('4')
  const told = reviewer.page.getByRole('region', { name: 'Colleagues’ votes' }).getByRole('listitem')
  await expect(told.filter({ hasText: RECRUITER })).toContainText('Strong no hirevoted after seeing the scores')
  await reviewer.context.close()

  // In the list: of the admin, who has not voted, nothing; of the recruiter the split.
  await page.goto('/candidates?votes=split')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page.locator('tbody tr').getByText('split', { exact: true })).toBeVisible()
  const admin = await givenVoter(browser, ADMIN)
  await admin.page.goto('/candidates?votes=split')
  await expect(admin.page.getByText('No interview matches')).toBeVisible()
  await admin.page.goto(`/candidates?id=${id}`)
  await expect(admin.page.locator('tbody tr').getByTitle('Hidden until you vote')).toHaveCount(2)
  await admin.context.close()
  await context.close()
})

test('what a flow hides is set where it alone is listed, and holds at once', async ({ browser }) => {
  const { page, context, id } = await givenVoter(browser, ADMIN)
  await castElsewhere(ADMIN, id, null)
  await page.goto(`/candidates?flow=${await flowOf(page, id)}`)
  await expect(page.getByTitle('Hidden until you vote').first()).toBeVisible()
  await page.getByRole('button', { name: 'Blind', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Hide Ribbon’s scores and summary until a member has voted' }).uncheck()
  await page.getByRole('checkbox', { name: 'Hide what colleagues think until a member has voted' }).uncheck()
  await expect(page.getByTitle('Hidden until you vote')).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Hide what colleagues think until a member has voted' }).check()
  await expect(page.getByTitle('Hidden until you vote').first()).toBeVisible()
  await context.close()
})

test('where a flow hides what colleagues think alone, that can be shown first too, and the vote says what was seen', async ({
  browser,
}) => {
  const { page, context, id } = await givenVoter(browser, ADMIN)
  await castElsewhere(REVIEWER, id, 'hire')
  const { origin } = installation
  const blind = { data: { colleagues: true, assessment: false }, headers: { origin } }
  await page.request.put(`/api/flows/${await flowOf(page, id)}/blind`, blind)
  await openCandidate(page, id)
  const bar = state(page)
  await expect(bar).toContainText('Colleagues’ votes are hidden until you vote.')
  await bar.getByRole('button', { name: 'Show now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Show what colleagues think before you vote?' })
  await expect(dialog).toContainText('Your vote will say that you saw others’ votes first.')
  await dialog.getByRole('button', { name: 'Show now' }).click()
  const told = page.getByRole('region', { name: 'Colleagues’ votes' }).getByRole('listitem')
  await expect(told.filter({ hasText: REVIEWER })).toContainText('Hire')
  await expect(page.getByRole('button', { name: 'Show now' })).toHaveCount(0)
  await page.keyboard.press('2')
  await expect(bar).toContainText(/You: No hire\s*now, voted after seeing others’ votes/)
  await context.close()
})

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('on a phone it takes two taps from the link to a vote, the first of which plays an answer', async ({
  browser,
}) => {
  const { page, id, context } = await givenVoter(browser, ADMIN, PHONE)
  await castElsewhere(ADMIN, id, null)
  await openCandidate(page, id, '')
  await page.getByRole('button', { name: 'Play answer 1' }).tap()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0.2)
  const hire = choice(page, 'Hire')
  const box = await hire.boundingBox()
  expect(box?.y).toBeGreaterThan(PHONE.viewport.height / 2)
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await hire.tap()
  await expect(hire).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await votesOf(ADMIN, id)).mine?.vote).toBe('hire')
  expect((await mediaOf(page)).paused).toBe(false)

  await state(page).getByRole('button', { name: 'Add a reason' }).tap()
  await page.keyboard.type('Said so herself')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await votesOf(ADMIN, id)).mine).toMatchObject({ reason: 'Said so herself' })
  await state(page).getByRole('button', { name: 'Undo' }).tap()
  await expect.poll(async () => (await votesOf(ADMIN, id)).mine).toMatchObject({ reason: null })
  await context.close()
})

type Listed = { id: string; flow: { id: string }; assessment: { is: string } }

test('whoever has not voted sees side by side that scores, votes and notes are hidden, and not one of them', async ({
  browser,
}) => {
  const { page, context } = await givenVoter(browser, RECRUITER)
  // Two of one flow, once they are here.
  const hiddenOnes = async () => {
    const { items } = (await (await page.request.get('/api/interviews?state=ready&limit=100')).json()) as {
      items: Listed[]
    }
    const hidden = items.filter(({ assessment }) => assessment.is === 'hidden')
    const flow = hidden.find((one) => hidden.some((other) => other !== one && other.flow.id === one.flow.id))?.flow.id
    return hidden.filter((one) => one.flow.id === flow)
  }
  await expect.poll(async () => (await hiddenOnes()).length).toBeGreaterThanOrEqual(2)
  const [one, other] = await hiddenOnes()
  await page.goto(`/compare?flow=${one?.flow.id}&view=side&ids=${one?.id},${other?.id}`)
  await expect(page.getByText('Hidden until you vote')).toHaveCount(6)
  await expect(page.locator('.score-meter')).toHaveCount(0)
  await context.close()
})
