import type { BrowserContext, Locator } from '@playwright/test'
import { mediaOf, openCandidate } from './candidate-page'
import { MEMBERS } from './installation'
import { expect, test } from './test'
import { choice, state, Voting } from './voting'

const [ADMIN, , REVIEWER] = MEMBERS

let voting: Voting
test.beforeAll(async () => {
  voting = await Voting.start()
})
test.afterAll(() => voting.stop())

/** What waits until it is opened. */
function held() {
  let resolve: (() => void) | undefined
  const isOpen = new Promise<void>((open) => {
    resolve = open
  })
  return { isOpen, open: () => resolve?.() }
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
  const { page, id, context } = await voting.givenVoter(browser, REVIEWER)
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
  await expect
    .poll(async () => (await voting.votesOf(REVIEWER, id)).mine)
    .toMatchObject({ reason: 'Owned the accident' })
  // What is typed in the field is no vote.
  await choice(page, 'Strong hire').click()
  await expect.poll(async () => (await voting.votesOf(REVIEWER, id)).mine?.vote).toBe('strong_hire')
  await state(page).getByRole('button', { name: 'Undo' }).click()
  await expect(choice(page, 'Hire')).toHaveAttribute('aria-pressed', 'true')
  await expect
    .poll(async () => (await voting.votesOf(REVIEWER, id)).mine)
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
    .poll(async () => (await voting.votesOf(REVIEWER, id)).mine)
    .toMatchObject({ vote: 'strong_no_hire', reason: null })
  await context.close()
})

test('what is wanted while the vote before is on its way stands: Undo by Z, and another vote', async ({ browser }) => {
  const { page, id, context } = await voting.givenVoter(browser, REVIEWER)
  for (const [wanted, key] of [
    ['hire', 'z'],
    ['no_hire', '2'],
  ] as const) {
    await voting.castElsewhere(REVIEWER, id, 'hire')
    await openCandidate(page, id)
    const way = held()
    const isSent = page.waitForRequest(/\/vote$/)
    await context.route(/\/vote$/, (route) => way.isOpen.then(() => route.continue()), { times: 1 })
    await page.keyboard.press('4')
    await isSent
    await page.keyboard.press(key)
    await expect(choice(page, 'Strong hire')).toHaveAttribute('aria-pressed', 'false')
    const isAnswered = page.waitForResponse(/\/vote$/)
    way.open()
    await isAnswered
    await expect.poll(async () => (await voting.votesOf(REVIEWER, id)).mine?.vote).toBe(wanted)
  }
  await context.close()
})

test('a vote that the network loses is kept, in both tabs and through a reload, and cast once', async ({ browser }) => {
  const { page, id, context } = await voting.givenVoter(browser, REVIEWER)
  await voting.castElsewhere(REVIEWER, id, null)
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
  const { all = [] } = await voting.votesOf(REVIEWER, id)
  expect(all.filter(({ member }) => member.email === REVIEWER)).toMatchObject([{ vote: 'no_hire' }])
  await context.close()
})

test('what was cast on another device meanwhile is not overwritten: whoever votes says which is to stand', async ({
  browser,
}) => {
  const { page, id, context } = await voting.givenVoter(browser, REVIEWER)
  await voting.castElsewhere(REVIEWER, id, 'hire')
  for (const [keeps, stands] of [
    ['Keep Strong hire', 'strong_hire'],
    ['Leave No hire', 'no_hire'],
  ] as const) {
    await voting.castElsewhere(REVIEWER, id, 'hire')
    await openCandidate(page, id)
    await loseVotes(context)
    await page.keyboard.press('4')
    await expect(state(page)).toContainText('Not sent yet')
    await voting.castElsewhere(REVIEWER, id, 'no_hire')
    await findVotes(context)
    await expect(state(page).getByRole('alert')).toContainText('Changed elsewhere just now: No hire. Keep Strong hire?')
    expect((await voting.votesOf(REVIEWER, id)).mine?.vote).toBe('no_hire')
    await state(page).getByRole('button', { name: keeps }).click()
    await expect(state(page).getByRole('alert')).toHaveCount(0)
    await expect.poll(async () => (await voting.votesOf(REVIEWER, id)).mine?.vote).toBe(stands)
  }
  await context.close()
})

/** In pixels from the left. */
async function endOf(part: Locator): Promise<number> {
  const { x, width } = (await part.boundingBox()) ?? { x: NaN, width: NaN }
  return x + width
}

test('what stands beside one’s vote ends where the votes below it do', async ({ browser }) => {
  const { page, context } = await voting.givenVoter(browser, ADMIN)
  const heard = state(page).getByText(/answers heard$/)
  const votes = page.getByRole('group', { name: 'Your vote' })
  await expect.poll(async () => (await endOf(heard)) - (await endOf(votes))).toBeCloseTo(0, 0)
  await context.close()
})

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('on a phone it takes two taps from the link to a vote, the first of which plays an answer', async ({
  browser,
}) => {
  const { page, id, context } = await voting.givenVoter(browser, ADMIN, PHONE)
  await voting.castElsewhere(ADMIN, id, null)
  await openCandidate(page, id, '')
  await page.getByRole('button', { name: 'Play answer 1' }).tap()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(0.2)
  const hire = choice(page, 'Hire')
  // So slow that the answer is not over by the time of the vote.
  await page.getByLabel('Recording', { exact: true }).evaluate((media) => {
    ;(media as HTMLMediaElement).playbackRate = 0.1
  })
  await expect.poll(async () => (await hire.boundingBox())?.y).toBeGreaterThan(PHONE.viewport.height / 2)
  await expect.poll(async () => (await hire.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await hire.tap()
  await expect(hire).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await voting.votesOf(ADMIN, id)).mine?.vote).toBe('hire')
  expect((await mediaOf(page)).paused).toBe(false)

  await state(page).getByRole('button', { name: 'Add a reason' }).tap()
  await page.keyboard.type('Said so herself')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await voting.votesOf(ADMIN, id)).mine).toMatchObject({ reason: 'Said so herself' })
  await state(page).getByRole('button', { name: 'Undo' }).tap()
  await expect.poll(async () => (await voting.votesOf(ADMIN, id)).mine).toMatchObject({ reason: null })
  await context.close()
})
