// What a flow hides until its reader has voted, or has it shown.
import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { openCandidate } from './candidate-page'
import { MEMBERS } from './installation'
import { expect, test } from './test'
import { state, Voting } from './voting'

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS

let voting: Voting
test.beforeAll(async () => {
  voting = await Voting.start()
})
test.afterAll(() => voting.stop())

async function flowOf(page: Page, id: string): Promise<string> {
  const { flow } = (await (await page.request.get(`/api/interviews/${id}`)).json()) as { flow: { id: string } }
  return flow.id
}

test('a recruiter who wants to see the scores first is asked, and their vote says so to colleagues who have voted', async ({
  browser,
}) => {
  const { page, id, context } = await voting.givenVoter(browser, RECRUITER)
  const reviewer = await voting.givenVoter(browser, REVIEWER)
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
  await expect(dialog).toHaveCount(0)

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
  const admin = await voting.givenVoter(browser, ADMIN)
  await admin.page.goto('/candidates?votes=split')
  await expect(admin.page.getByText('No interview matches')).toBeVisible()
  await admin.page.goto(`/candidates?id=${id}`)
  // Score, votes and notes.
  await expect(admin.page.locator('tbody tr').getByTitle('Hidden until you vote')).toHaveCount(3)
  await admin.context.close()
  await context.close()
})

test('what a flow hides is set where it alone is listed, and holds at once', async ({ browser }) => {
  const { page, context, id } = await voting.givenVoter(browser, ADMIN)
  await voting.castElsewhere(ADMIN, id, null)
  await page.goto(`/candidates?flow=${await flowOf(page, id)}`)
  await untilAlive(page)
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
  const { page, context, id } = await voting.givenVoter(browser, ADMIN)
  await voting.castElsewhere(REVIEWER, id, 'hire')
  const blind = { data: { colleagues: true, assessment: false }, headers: { origin: voting.origin } }
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
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('2')
  await expect(bar).toContainText(/You: No hire\s*now, voted after seeing others’ votes/)
  await context.close()
})

type Listed = { id: string; flow: { id: string }; assessment: { is: string } }

test('whoever has not voted sees side by side that scores, votes and notes are hidden, and not one of them', async ({
  browser,
}) => {
  const { page, context } = await voting.givenVoter(browser, RECRUITER)
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
