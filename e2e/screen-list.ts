import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { STOCKER } from './installation'

export type Screen = {
  name: string
  path: string
  /** What a user does on it before the picture is taken. */
  prepare?: (page: Page) => Promise<void>
  /** A selector of what is new by that, where the rest is a screen of its own. */
  part?: string
}

const FLOATING = '[data-radix-popper-content-wrapper]'
const DIALOG = '[role=dialog]'
const PANEL = '[role=tabpanel]'

const list = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['ready', 'processing', 'not_taken']),
      candidate: z.object({ name: z.string().nullable() }),
      flow: z.object({ title: z.string().nullable() }),
      hasAudio: z.boolean(),
      hasVideo: z.boolean(),
      assessment: z.object({ generalScore: z.number().nullable().default(null) }),
      talk: z.number().nullable(),
    }),
  ),
})
type Row = z.infer<typeof list>['items'][number]

export const STRANGER_SCREENS: Screen[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'forgot', path: '/forgot' },
  { name: 'dead-link', path: '/invite/no-such-link' },
  { name: 'sign-in-refused', path: '/sign-in', prepare: signInWrongly },
]

export const ADMIN_SCREENS: Screen[] = [
  // Of what does not happen while it is judged: a row that comes moves the others under axe’s eyes.
  { name: 'audit', path: '/audit?code=flow.blindness_set' },
  { name: 'connection', path: '/connection' },
  { name: 'team', path: '/team' },
  { name: 'team-invite', path: '/team', prepare: invite, part: DIALOG },
  { name: 'account', path: '/account', prepare: openPassword },
  { name: 'account-passkey', path: '/account', prepare: openPasskey },
  { name: 'connection-checked', path: '/connection', prepare: checkConnection },
]

/** One candidate page for each way an interview can be, found in what the sandbox has. */
export async function signedInScreens(origin: string, cookie: string): Promise<Screen[]> {
  const response = await fetch(`${origin}/api/interviews?limit=200`, { headers: { cookie } })
  const { items } = list.parse(await response.json())
  const longest = items.toSorted((a, b) => (b.candidate.name?.length ?? 0) - (a.candidate.name?.length ?? 0))[0]
  const pages: [string, Row | undefined][] = [
    [
      'candidate',
      items.find(
        (row) => row.state === 'ready' && row.hasAudio && !row.hasVideo && row.assessment.generalScore !== null,
      ),
    ],
    ['candidate-video', items.find((row) => row.hasVideo)],
    ['candidate-processing', items.find((row) => row.state === 'processing')],
    ['candidate-not-taken', items.find((row) => row.state === 'not_taken')],
    ['candidate-without-recording', items.find((row) => row.state === 'ready' && !row.hasAudio && row.talk !== null)],
    [
      'candidate-without-scores',
      items.find((row) => row.state === 'ready' && row.assessment.generalScore === null && row.talk !== null),
    ],
    ['candidate-without-name', items.find((row) => row.state === 'ready' && row.candidate.name === null)],
    ['candidate-long-name', longest],
    ['candidate-arabic', items.find((row) => row.state === 'ready' && /\p{Script=Arabic}/u.test(row.flow.title ?? ''))],
    [
      'candidate-japanese',
      items.find((row) => row.state === 'ready' && /\p{Script=Katakana}/u.test(row.flow.title ?? '')),
    ],
  ]
  return [
    { name: 'candidates', path: '/candidates' },
    { name: 'candidates-by-status', path: '/candidates?sort=status' },
    { name: 'candidates-search', path: '/candidates?q=night' },
    { name: 'candidates-filtered', path: '/candidates?state=ready&score=3..&talk=60..&sort=-score' },
    { name: 'candidates-filter-menu', path: '/candidates', prepare: openFilter, part: FLOATING },
    { name: 'candidates-columns', path: '/candidates', prepare: chooseColumns },
    { name: 'palette', path: '/candidates', prepare: openPalette, part: DIALOG },
    { name: 'candidates-export', path: '/candidates', prepare: openExport, part: DIALOG },
    { name: 'candidates-nothing-found', path: '/candidates?q=zzzzzz' },
    { name: 'not-found', path: '/candidates/no-such-interview' },
    ...pages.flatMap(([name, row]) => (row ? [{ name, path: `/candidates/${row.id}` }] : [])),
    ...reviewScreens(pages.find(([name]) => name === 'candidate')?.[1]),
    { name: 'review', path: '/review' },
    { name: 'review-split', path: '/review?split' },
    { name: 'compare', path: '/compare' },
    { name: 'compare-matrix', path: `/compare?flow=${STOCKER}&view=matrix` },
    { name: 'compare-nobody-chosen', path: '/compare?view=side' },
    { name: 'compare-side-by-side', path: `/compare?flow=${STOCKER}&view=side`, prepare: chooseFinalists },
  ]
}

/** Where a flow hides everything from whoever has not voted: an interview on which they may, and one on which nobody does any more. */
export async function blindScreens(origin: string, cookie: string): Promise<Screen[]> {
  const response = await fetch(`${origin}/api/interviews?state=ready&vote=none`, { headers: { cookie } })
  const { items } = list.parse(await response.json())
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
function reviewScreens(row: Row | undefined): Screen[] {
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
    { name: 'review-in-queue', path: `${path}?queue=1` },
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
  await openPanel(page, 'Transcript')
  await page.getByText('When each word is said').waitFor()
}

/** Another one than before, whose reason is being written. */
async function castVote(page: Page) {
  const choices = page.getByRole('group', { name: 'Your vote' })
  const isHire = await choices.getByRole('button', { name: 'Hire', exact: true, pressed: true }).isVisible()
  await choices.getByRole('button', { name: isHire ? 'Strong hire' : 'Hire', exact: true }).click()
  const reason = page.getByRole('button', { name: /^(Add a|Change the) reason$/ })
  if (await reason.isVisible()) await reason.click()
  await page.getByRole('textbox', { name: 'Reason for your vote' }).fill('Names the risk before the rule.')
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
  if (await keys.isVisible()) await keys.click()
}

async function chooseFinalists(page: Page) {
  await page.getByRole('button', { name: 'Choose candidates' }).click()
  for (const place of [0, 1, 2]) await page.getByRole('menuitemcheckbox').nth(place).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader')).toHaveCount(3)
}

async function openFilter(page: Page) {
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Score', exact: true }).click()
  await page.getByRole('textbox', { name: 'From' }).waitFor()
}

/** On a narrow screen there are none to choose. */
async function chooseColumns(page: Page) {
  const chooser = page.getByRole('button', { name: 'Columns' })
  if (!(await chooser.isVisible())) return
  await chooser.click()
  for (const name of ['Team', 'Recording', 'Communication']) await page.getByRole('menuitemcheckbox', { name }).click()
}

/** A phone has it in the palette alone. */
async function openExport(page: Page) {
  await runCommand(page, 'Export this list')
  await page.getByRole('heading', { name: /^Export / }).waitFor()
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

async function runCommand(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** One who can be invited, and a line that is no address. */
async function invite(page: Page) {
  await page.getByRole('button', { name: 'Invite people' }).click()
  const sheet = page.getByRole('dialog', { name: 'Invite people' })
  for (const line of [`${Date.now()}@example.com`, 'nobody@']) {
    await sheet.getByLabel('Emails').fill(line)
    await page.keyboard.press('Enter')
  }
  await sheet.getByRole('button', { name: /^(Make|Send) 2/ }).click()
  await sheet.getByText('1 link, good for 7 days').waitFor()
}

async function openPassword(page: Page) {
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByLabel('Present password').waitFor()
}

async function openPasskey(page: Page) {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').waitFor()
}

async function checkConnection(page: Page) {
  await page.getByRole('button', { name: 'Compare now' }).click()
  await page.getByText('Compared.').waitFor()
}

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('s')
  await page.getByRole('option').first().waitFor()
}

async function signInWrongly(page: Page) {
  await page.getByLabel('Email').fill('nobody@example.com')
  await page.getByLabel('Password', { exact: true }).fill('not the password of anybody')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
}
