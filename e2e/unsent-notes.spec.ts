import { givenCandidatePage, openCandidate } from './candidate-page'
import { MEMBERS } from './installation'
import { expect, signOut, test } from './test'

const [, RECRUITER] = MEMBERS

test('a note that waits is counted on every page, and sent from whichever is open', async ({
  page,
  shared,
  context,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  await context.route(/\/notes\/./, (route) => route.abort())
  await page.keyboard.press('c')
  await page.keyboard.type('Sent from elsewhere')
  await page.keyboard.press('Control+Enter')
  // The second time the address is the note's already.
  for (const _ of ['once', 'and again']) {
    await page.getByRole('tab', { name: 'Summary' }).click()
    await page.getByRole('link', { name: '1 note is not sent yet' }).first().click()
    await expect(page.getByRole('tab', { name: /Notes/, selected: true })).toBeVisible()
  }
  await page.getByRole('main').getByRole('link', { name: 'Candidates', exact: true }).click()
  const count = page.getByRole('link', { name: '1 note is not sent yet' }).first()
  await expect(count).toBeVisible()
  await expect(count).toHaveAttribute('href', new RegExp(`/candidates/${id}#note-`))

  await context.unrouteAll()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(count).toHaveCount(0)
  await openCandidate(page, id, '?panel=notes')
  await expect(page.getByRole('article').filter({ hasText: 'Sent from elsewhere' })).not.toContainText('Not sent')
})

test('a note whose interview is gone says so wherever its author is, and can be given up', async ({
  page,
  shared,
  context,
}) => {
  await givenCandidatePage(page, shared)
  const gone = { title: 'There is no such interview.', code: 'interview_not_found', id: 'x', status: 404 }
  await context.route(/\/notes\/./, (route) => route.fulfill({ status: 404, json: gone }))
  await page.keyboard.press('c')
  await page.keyboard.type('About somebody who was erased')
  await page.keyboard.press('Control+Enter')
  const said = page.getByRole('alert').filter({ hasText: 'cannot be sent: its interview is gone' })
  await expect(said).toContainText('About somebody who was erased')
  await page.getByRole('main').getByRole('link', { name: 'Candidates', exact: true }).click()
  const candidates = page.getByRole('heading', { name: 'Candidates', level: 1 })
  await expect(candidates).toBeVisible()
  await said.getByRole('button', { name: 'Discard' }).click()
  await expect(said).toHaveCount(0)
  await page.reload()
  await expect(candidates).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('a note that the network loses is kept, marked, survives a reload, and is sent once there is an answer', async ({
  page,
  shared,
  context,
}) => {
  // No other note has brought the script that draws them.
  await context.route(/\/notes(\/|$)/, (route) => route.abort())
  const { id } = await givenCandidatePage(page, shared, RECRUITER)
  await context.route('**/_next/static/**', (route) => route.abort())
  await page.keyboard.press('c')
  await page.keyboard.type('Written in **a tunnel**')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: 'a tunnel' })
  await expect(note).toContainText('Written in **a tunnel**')
  await expect(note).toContainText('Not sent yet')
  await page.keyboard.press('?')
  await expect(page.getByLabel('Recording', { exact: true })).toBeAttached()
  await context.unroute('**/_next/static/**')

  await openCandidate(page, id, '?panel=notes')
  await expect(note.locator('strong')).toHaveText('a tunnel')
  await expect(note).toContainText('Not sent yet')
  await context.unrouteAll()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(note).not.toContainText('Not sent')
  await openCandidate(page, id, '?panel=notes')
  await expect(note).toBeVisible()
  await expect(note).toHaveCount(1)
})

test('what somebody deletes before they sign out is deleted', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('c')
  await page.keyboard.type('Not for long')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: 'Not for long' })
  await expect(note).toBeVisible()
  await expect(note).not.toContainText('Not sent')
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await note.getByRole('button', { name: 'Delete' }).click()
  await signOut(page)
  expect((await deleted).status()).toBe(200)
  await expect(page).toHaveURL(/sign-in/)
})
