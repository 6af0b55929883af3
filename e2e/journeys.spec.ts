import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { list, rows } from './candidate-list'
import { mediaOf, secondsPlayed, untilPlayable } from './candidate-page'
import { copied } from './clipboard'
import { MEMBERS, PASSWORD, type Installation, runMemberFromSources, startInstallation } from './installation'
import { answersHeard } from '../lib/listening/answers-heard'
import { speechSpans, type TimeSpan } from '../lib/transcript/speech'
import type { Segment, Talk } from '../lib/transcript/transcript'
import { countInteractions } from './interactions'
import { expect, giveSession, test as shared } from './test'

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS

/** One whose flow of twelve is finished serves all journeys. */
const test = shared.extend<object, { installation: Installation }>({
  installation: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
    async ({}, use) => {
      const installation = await startInstallation({ sandboxOptions: ['--samples', 'none', '--evening'] })
      await expect.poll(async () => (await list(installation, 'recording=yes')).total).toBe(11)
      await use(installation)
      await installation.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ installation }, use) => {
    await use(installation.origin)
  },
})

test('a recruiter comes from signing in to a note on each of three candidates of a flow in 40 interactions', async ({
  page,
}) => {
  const { click, press, type, count } = countInteractions(page)
  await page.goto('/sign-in')
  await untilAlive(page)
  await click(page.getByLabel('Email'))
  await type(RECRUITER)
  await press('Tab')
  await type(PASSWORD)
  await press('Enter')
  await expect(page).toHaveURL(/\/review/)
  await untilAlive(page)
  await click(page.getByRole('banner').getByRole('link', { name: 'Candidates', exact: true }))
  const filters = page.getByRole('group', { name: 'Filters' })
  await click(filters.getByRole('button', { name: 'Flow', exact: true }))
  await click(page.getByRole('menuitemcheckbox', { name: /Breakfast/ }))
  await press('Escape')
  await click(filters.getByRole('button', { name: 'Filter', exact: true }))
  await click(page.getByRole('menuitem', { name: 'Recording' }))
  await click(page.getByRole('button', { name: /^Plays|^Any|^Some/ }))
  await expect(rows(page)).toHaveCount(11)

  await press('j')
  await press('Enter')
  const paths = new Set<string>()
  for (const number of [1, 2, 3]) {
    await expect.poll(() => paths.has(pathOf(page))).toBe(false)
    await untilPlayable(page)
    paths.add(pathOf(page))
    // The others go on playing as they are come to.
    if (number === 1) await press(' ')
    // At once: it plays towards the first question by itself.
    if (number === 1) for (let question = 0; question < 3; question++) await press('n')
    await expect(page.getByText('Question 3 of 6')).toBeVisible()
    await untilHearing(page)
    await press('c')
    await type(`A note on candidate ${number}`)
    await press('Control+Enter')
    await expect(page.getByRole('article').filter({ hasText: `candidate ${number}` })).toBeVisible()
    if (number < 3) await press(']')
  }
  for (const path of paths) await expect.poll(() => bodiesOn(page, path)).toHaveLength(1)
  expect(count()).toBeLessThanOrEqual(40)
})

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('on a phone a link leads to three answers heard and an opinion written in 9 interactions', async ({
    page,
    installation,
  }) => {
    const { tap, type, count } = countInteractions(page)
    const [interview] = (await list(installation, 'recording=yes&sort=candidate')).items ?? []
    await giveSession(page, REVIEWER)
    await page.goto(`/candidates/${interview?.id}`)
    await untilAlive(page)
    for (const number of [2, 3, 4]) {
      const before = await secondsPlayed(page)
      await tap(page.getByRole('button', { name: `Play answer ${number}` }))
      await expect(page.getByRole('button', { name: `Pause answer ${number}` })).toBeVisible()
      await expect.poll(() => secondsPlayed(page)).toBeGreaterThan(before)
    }
    await tap(page.getByRole('tab', { name: /^Notes/ }))
    await tap(page.getByRole('button', { name: /^Add a note/ }))
    await type('Says what they changed afterwards')
    await tap(page.getByRole('button', { name: 'Add note' }))
    await expect.poll(() => bodiesOn(page, pathOf(page))).toContain('Says what they changed afterwards')
    expect(count()).toBeLessThanOrEqual(9)
  })

  test('on a phone it takes four taps from a link to a vote that is cast, with three answers heard', async ({
    page,
    installation,
  }) => {
    const { tap, count } = countInteractions(page)
    const [, interview] = (await list(installation, 'recording=yes&sort=candidate')).items ?? []
    await giveSession(page, REVIEWER)
    await page.goto(`/candidates/${interview?.id}`)
    await untilAlive(page)
    await tap(page.getByRole('button', { name: 'Play answer 1' }))
    for (const next of [1, 2]) {
      await untilOver(page, next)
      await tap(page.getByRole('button', { name: /^Next: / }))
    }
    await untilOver(page, 3)
    await tap(page.getByRole('button', { name: 'Hire', exact: true }))
    await expect.poll(() => voteOn(page)).toBe('hire')
    expect(await answersHeardOn(page)).toBe(3)
    expect(count()).toBeLessThanOrEqual(4)
  })
})

test('an admin finds how to add a colleague, and the command that they copy adds one', async ({
  page,
  context,
  installation,
}) => {
  const { click, press, type, count } = countInteractions(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await giveSession(page, ADMIN)
  await page.goto('/candidates')
  await untilAlive(page)
  await press('Control+k')
  await type('invite')
  await expect(page.getByRole('option', { selected: true })).toHaveText('Team')
  await press('Enter')
  await click(page.getByText('From a shell on the server'))
  await click(page.getByLabel('Their email'))
  await type('grace@example.com')
  await click(page.getByRole('button', { name: 'Copy the command: Add' }))
  expect(count()).toBeLessThanOrEqual(7)

  await expect.poll(() => copied(page)).toMatch(/npm run member -- .*grace@example\.com/)
  const [, command = ''] = (await copied(page)).split('npm run member -- ')
  await runMemberFromSources(command.split(' '), installation.env)
  await page.reload()
  await expect(page.getByRole('main').getByText('grace@example.com')).toBeVisible()
})

function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}

/** So many answers were heard, as the server was told, and the last of them was played to its end. */
async function untilOver(page: Page, answers: number) {
  await expect.poll(() => answersHeardOn(page)).toBe(answers)
  await expect.poll(async () => (await mediaOf(page)).paused).toBe(true)
}

function timed({ start, end }: Segment): TimeSpan[] {
  return start === null || end === null ? [] : [{ start, end }]
}

/** As the vote bar of a wide screen counts them. */
async function answersHeardOn(page: Page): Promise<number> {
  const interview = (await askedOf(page, '')) as Pick<Talk, 'segments' | 'questions'>
  const heard = (await askedOf(page, '/heard')) as TimeSpan[]
  const speech = speechSpans(interview.segments.filter(({ speaker }) => speaker === 'candidate').flatMap(timed))
  const answers = interview.questions.map(({ segments }) => {
    return { spans: segments.flatMap((index) => interview.segments.slice(index, index + 1).flatMap(timed)) }
  })
  return answersHeard(answers, speech, heard).heard
}

async function voteOn(page: Page): Promise<string | undefined> {
  const { mine } = (await askedOf(page, '/votes')) as { mine: { vote: string } | null }
  return mine?.vote
}

async function askedOf(page: Page, path: string): Promise<unknown> {
  return (await page.request.get(`/api/interviews/${pathOf(page).split('/').at(-1)}${path}`)).json()
}

/** It plays, and goes on. */
async function untilHearing(page: Page) {
  const { time } = await mediaOf(page)
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(time)
}

/** Of the notes on this candidate. */
async function bodiesOn(page: Page, path: string): Promise<string[]> {
  const response = await page.request.get(`/api/interviews/${path.split('/').at(-1)}/notes`)
  const { notes } = (await response.json()) as { notes: { body: string }[] }
  return notes.map(({ body }) => body)
}
