import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { STOCKER } from './installation'
import { reviewScreens } from './room-screens'
import { DIALOG, FLOATING, runCommand, type Screen } from './screen'

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
    { name: 'compare-matrix-answer', path: `/compare?flow=${STOCKER}&view=matrix`, prepare: openAnswer },
    { name: 'compare-nobody-chosen', path: '/compare?view=side' },
    { name: 'compare-side-by-side', path: `/compare?flow=${STOCKER}&view=side`, prepare: chooseFinalists },
  ]
}

/** It is paused: what plays moves under axe’s eyes. */
async function openAnswer(page: Page) {
  await page
    .locator('[data-cell="0"]')
    .filter({ hasText: /\d:\d\d$/ })
    .first()
    .click()
  const strip = page.getByRole('region', { name: 'Answer' })
  await strip.getByRole('button', { name: 'Pause' }).click()
  await strip.getByRole('button', { name: 'Play' }).waitFor()
}

async function chooseFinalists(page: Page) {
  await page.getByRole('button', { name: 'Choose candidates' }).click()
  for (const place of [0, 1, 2]) await page.getByRole('menuitemcheckbox').nth(place).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader')).toHaveCount(3)
}

async function openFilter(page: Page) {
  const shows = page.getByRole('button', { name: 'Filters', exact: true })
  if (await shows.isVisible()) await shows.click()
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

/** One who can be invited, and a line that is no address. */
async function invite(page: Page) {
  await page.getByRole('button', { name: 'Invite people' }).click()
  const sheet = page.getByRole('dialog', { name: 'Invite people' })
  for (const line of [`${Date.now()}@example.com`, 'nobody@']) {
    await sheet.getByLabel('Emails').fill(line)
    await page.keyboard.press('Enter')
  }
  await sheet.getByRole('button', { name: /^(Make|Send) 1/ }).click()
  await sheet.getByText('1 link, good for 7 days').waitFor()
}

async function openPassword(page: Page) {
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByLabel('Current password').waitFor()
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
