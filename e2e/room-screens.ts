import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { DIALOG, FLOATING, PANEL, runCommand, type Screen } from './screen'

const toVoteOn = z.object({ items: z.array(z.object({ id: z.string() })) })

/** Where a flow hides everything from whoever has not voted: an interview on which they may, and one on which nobody does any more. */
export async function blindScreens(origin: string, cookie: string): Promise<Screen[]> {
  const response = await fetch(`${origin}/api/interviews?state=ready&vote=none`, { headers: { cookie } })
  const { items } = toVoteOn.parse(await response.json())
  const [open, closed] = items
  if (!open || !closed) throw new Error('there are no two interviews to vote on')
  await fetch(`${origin}/api/interviews/${closed.id}/invalid`, {
    ...{ method: 'PUT', body: JSON.stringify({ cause: 'technical_failure', reason: null }) },
    headers: { cookie, origin },
  })
  return [open, closed].flatMap(({ id }, index) => {
    const name = index === 0 ? 'review-hidden' : 'review-invalid'
    const path = `/candidates/${id}`
    return [
      { name, path, prepare: (page) => openPanel(page, 'Scores') },
      { name: `${name}-notes`, path, prepare: (page) => openPanel(page, 'Notes'), part: PANEL },
      { name: `${name}-shown`, path, prepare: askToBeShown, part: DIALOG },
    ]
  })
}

/** What can be done on a candidate's page; the panel that is chosen last is remembered. */
export function reviewScreens(row: { id: string } | undefined): Screen[] {
  if (!row) return []
  const path = `/candidates/${row.id}`
  return [
    { name: 'review-scores', path, prepare: openScores, part: PANEL },
    { name: 'review-questions', path, prepare: (page) => openPanel(page, 'Questions'), part: PANEL },
    { name: 'review-no-notes', path, prepare: (page) => openPanel(page, 'Notes'), part: PANEL },
    { name: 'review-notes', path, prepare: writeNotes },
    { name: 'review-find', path, prepare: findInTranscript, part: '[role=search]' },
    { name: 'review-candidate-only', path, prepare: listenToCandidate, part: '[data-player]' },
    { name: 'review-vote', path, prepare: castVote },
    { name: 'review-in-queue', path, prepare: goIntoQueue },
    { name: 'review-status', path, prepare: openStatus, part: DIALOG },
    { name: 'review-decline', path, prepare: openDecline, part: DIALOG },
    { name: 'review-keys', path, prepare: openKeys, part: DIALOG },
    { name: 'review-download', path, prepare: openDownloads, part: FLOATING },
    { name: 'review-link-attempt', path, prepare: openAttempts, part: DIALOG },
    { name: 'review-transcript', path, prepare: (page) => openPanel(page, 'Transcript') },
    { name: 'review-without-times', path, prepare: loseTimes },
    { name: 'review-notes-unsent', path, prepare: loseNotes, part: PANEL },
    { name: 'review-note-orphaned', path, prepare: loseInterview },
  ]
}

/** Whoever is not waited for stands in the queue only by going there within Debrief. */
async function goIntoQueue(page: Page) {
  await page.evaluate(() => {
    const { router } = (window as unknown as { next: { router: { push: (href: string) => void } } }).next
    router.push(`${window.location.pathname}?queue=1`)
  })
  await page.getByRole('navigation', { name: 'Candidates of the queue' }).waitFor({ state: 'attached' })
}

/** A wide screen shows the transcript beside every panel. */
async function openPanel(page: Page, name: string) {
  await page.getByRole('tab', { name: 'Notes' }).waitFor()
  const tab = page.getByRole('tab', { name })
  if (await tab.isVisible()) await tab.click()
}

/** With their picture, which is loaded when it is looked at. */
async function openScores(page: Page) {
  await openPanel(page, 'Scores')
  await expect(page.locator('.recharts-surface')).toBeVisible()
}

async function askToBeShown(page: Page) {
  await openPanel(page, 'Scores')
  await page.getByRole('tabpanel', { name: 'Scores' }).getByRole('button', { name: 'Show now' }).click()
  await page.getByRole('dialog').waitFor()
}

async function openStatus(page: Page) {
  await page.getByRole('button', { name: /^Status: / }).click()
  await page.getByRole('dialog', { name: /^Status of/ }).waitFor()
}

async function openDecline(page: Page) {
  await openStatus(page)
  await page.keyboard.press('d')
  await page.getByRole('radio').first().waitFor()
}

async function writeNotes(page: Page) {
  await openPanel(page, 'Notes')
  for (const body of ['Names the risk **before** the rule. @admin please listen.', 'What about weekends?']) {
    await page.keyboard.press('l')
    await page.keyboard.press('c')
    await page.getByRole('textbox', { name: 'New note' }).fill(body)
    await page.getByRole('button', { name: 'Add note' }).click()
  }
  await expect(page.getByText('Not sent yet')).toHaveCount(0)
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'New note' }).fill('Ask @re')
  await page.getByRole('option').first().waitFor()
}

async function loseTimes(page: Page) {
  await page.route('**/words', (route) => route.abort())
  await page.reload()
  await untilAlive(page)
  await openPanel(page, 'Transcript')
  await page.getByText('When each word is said').waitFor()
}

/** Another one than before, whose reason is being written. */
async function castVote(page: Page) {
  const choices = page.getByRole('group', { name: 'Your vote' })
  const isHire = await choices.getByRole('button', { name: 'Hire', exact: true, pressed: true }).isVisible()
  await choices.getByRole('button', { name: isHire ? 'Strong hire' : 'Hire', exact: true }).click()
  const reason = page.getByRole('button', { name: /^(Add a|Change the) reason$/ })
  const field = page.getByRole('textbox', { name: 'Reason for your vote' })
  await reason.or(field).first().waitFor()
  if (await reason.isVisible()) await reason.click()
  await field.fill('Names the risk before the rule.')
}

/** One note is deleted, and another waits for the network. */
async function loseNotes(page: Page) {
  await openPanel(page, 'Notes')
  await page.getByRole('button', { name: 'Delete' }).last().click()
  await page.route(/\/notes\/./, (route) => route.abort())
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'New note' }).fill('Written in a tunnel.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.getByText('Not sent yet. It is kept here').waitFor()
}

async function loseInterview(page: Page) {
  const gone = { title: 'There is no such interview.', code: 'interview_not_found', id: 'x', status: 404 }
  await page.route(/\/notes\/./, (route) => route.fulfill({ status: 404, json: gone }))
  await openPanel(page, 'Notes')
  await page.keyboard.press('c')
  await page
    .getByRole('textbox', { name: 'New note' })
    .fill('About somebody who was erased, and long enough to be cut where there is no room for it.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.getByText('This note cannot be sent').waitFor()
}

async function findInTranscript(page: Page) {
  await openPanel(page, 'Transcript')
  await page.getByRole('textbox', { name: 'Find in transcript' }).fill('the')
  await page
    .getByRole('search')
    .getByText(/^1 of /)
    .waitFor()
}

async function listenToCandidate(page: Page) {
  await openPanel(page, 'Transcript')
  await page.getByRole('button', { name: /^Listen to/ }).click()
  await page.getByRole('menuitemradio', { name: /Candidate only/ }).click()
}

/** Only where there is room for a keyboard. */
async function openKeys(page: Page) {
  const keys = page.getByRole('button', { name: 'Keys' })
  if (!(await keys.isVisible())) return
  await keys.click()
  await page.getByRole('dialog').waitFor()
}

/** The files are named in the palette, and beside the transcript where there is room. */
async function openDownloads(page: Page) {
  const downloads = page.getByRole('button', { name: 'Download', exact: true })
  if (!(await downloads.isVisible())) return
  await downloads.click()
  await page.getByRole('menuitem').first().waitFor()
}

async function openAttempts(page: Page) {
  await runCommand(page, 'Link another attempt')
  const offered = page.getByRole('list', { name: 'Interviews of this flow' }).getByRole('listitem')
  await offered.or(page.getByText('There is no other interview of this flow.')).first().waitFor()
}
