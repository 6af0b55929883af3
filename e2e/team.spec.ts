import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { untilAlive } from './alive'
import { openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { hurry } from './hurry'
import { MEMBERS, PASSWORD, runMember, STOCKER } from './installation'
import { linger } from './linger'
import { expect, signIn, test } from './test'

const listed = z.object({
  items: z.array(z.object({ id: z.string(), team: z.object({ id: z.string().nullable() }) })),
})

test('what an admin takes from a reviewer on Team goes from the list and the page that they have open', async ({
  browser,
  page,
  shared,
}) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const reply = await fetch(`${shared.origin}/api/interviews?state=ready&limit=50`, { headers: { cookie } })
  const { items } = listed.parse(await reply.json())
  const [kept, taken] = items
  if (!kept || !taken) throw new Error('the sandbox has no two interviews')
  const email = `${randomUUID()}@example.com`
  const given = ['--interview', kept.id, '--interview', taken.id]
  await runMember(['add', email, '--role', 'reviewer', '--name', 'Greta Narrow', ...given], shared.env)

  const context = await browser.newContext({ baseURL: shared.origin })
  await hurry(context)
  const list = await context.newPage()
  await signIn(list, email)
  await list.goto('/candidates')
  const rows = list.locator('a[data-row]')
  await expect(rows).toHaveCount(2)
  const candidate = await context.newPage()
  await openCandidate(candidate, taken.id)

  await signIn(page, MEMBERS[0])
  await page.goto('/team')
  await untilAlive(page)
  await page.getByRole('searchbox', { name: 'Find a member by name or email' }).fill('greta')
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: /^What Greta Narrow sees: 2 interviews/ }).click()
  const dialog = page.getByRole('dialog', { name: 'What Greta Narrow sees' })
  await expect(dialog.getByRole('list', { name: 'Chosen interviews' }).getByRole('listitem')).toHaveCount(2)
  await dialog
    .getByRole('button', { name: /^Take away/ })
    .nth(1)
    .click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('1 interview')

  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toHaveAttribute('href', new RegExp(kept.id))
  await expect(candidate.getByRole('heading', { name: 'You no longer see this interview' })).toBeVisible()
  await context.close()
})

test('what a colleague has taken from a member meanwhile is not given back by a dialog that was open before', async ({
  page,
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer', '--name', 'Lena Narrowed', '--team', 'team_before'], shared.env)
  await linger(page)
  await signIn(page, MEMBERS[0])
  await page.goto('/team')
  await untilAlive(page)
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: /^What Lena Narrowed sees/ }).click()
  const dialog = page.getByRole('dialog', { name: 'What Lena Narrowed sees' })
  await dialog.getByRole('radio', { name: 'Everything' }).check()

  await runMember(['set-scope', email, '--flow', STOCKER], shared.env)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('status')).toContainText('Somebody has changed what this member may do meanwhile.')
  await expect(dialog.getByRole('radio', { name: 'Only what is chosen here' })).toBeChecked()
  await expect(dialog.getByRole('group', { name: /^Flows/ })).toContainText('1 chosen')
  await expect(dialog.getByRole('group', { name: /^Teams/ })).not.toContainText('chosen')

  await dialog.getByRole('radio', { name: 'Everything' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(row).toContainText('Everything')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).not.toContainText('Everything')
})

test('who has become an admin meanwhile goes on to see everything, and the dialog says why', async ({
  page,
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer', '--name', 'Maya Risen'], shared.env)
  await signIn(page, MEMBERS[0])
  await page.goto('/team')
  await untilAlive(page)
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: 'What Maya Risen sees: Everything' }).click()
  const dialog = page.getByRole('dialog', { name: 'What Maya Risen sees' })
  const narrow = async () => {
    await dialog.getByRole('radio', { name: 'Only what is chosen here' }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
  }
  await runMember(['set-role', email, '--role', 'admin'], shared.env)
  await narrow()
  await expect(dialog.getByRole('status')).toContainText('Somebody has changed what this member may do meanwhile.')
  await expect(dialog.getByRole('radio', { name: 'Everything' })).toBeChecked()
  await narrow()
  await expect(dialog.getByRole('status')).toHaveText('An admin sees everything. Give another role first.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(row.getByRole('button', { name: 'Role of Maya Risen: Admin' })).toBeVisible()
  await expect(row).toContainText('Everything')
  await runMember(['set-role', email, '--role', 'reviewer'], shared.env)
})

test('a role that is not given, since nobody else would be an admin, is as it was, with the reason', async ({
  page,
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'recruiter', '--name', 'Otto Last'], shared.env)
  await signIn(page, MEMBERS[0])
  await page.goto('/team')
  await untilAlive(page)
  // Whoever acts is an admin too: only where two act at one moment is there no other one.
  const message = 'This is the last admin who can sign in. Make another admin first.'
  await page.route('**/api/members/*', (route) =>
    route.fulfill({ status: 409, json: { title: message, code: 'last_admin', id: randomUUID() } }),
  )
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: 'Role of Otto Last: Recruiter' }).click()
  await page.getByRole('menuitemradio', { name: /^Reviewer/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible()
  await expect(row.getByRole('button', { name: 'Role of Otto Last: Recruiter' })).toBeVisible()
})

test('an admin gives another role, signs out, disables and removes, and what is refused is as it was', async ({
  page,
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer', '--name', 'Rolf Changing'], shared.env)
  await linger(page)
  await signIn(page, MEMBERS[0])
  await page.goto('/team')
  await untilAlive(page)
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: 'Role of Rolf Changing: Reviewer' }).click()
  await page.getByRole('menuitemradio', { name: /^Recruiter/ }).click()
  await expect(row).toContainText('Recruiter')
  await expect(page.getByText('Rolf Changing is signed out, and recruiter from now on.')).toBeVisible()

  await page.route('**/api/members/*', (route) => route.abort())
  await row.getByRole('button', { name: 'More about Rolf Changing' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Debrief is not answering' })).toBeVisible()
  await expect(row).not.toContainText('Disabled')
  await page.unroute('**/api/members/*')
  await row.getByRole('button', { name: 'More about Rolf Changing' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(row).toContainText('Disabled')

  await row.getByRole('button', { name: 'More about Rolf Changing' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  const held: (() => void)[] = []
  await page.route('**/api/members/*', async (route) => {
    await new Promise<void>((goOn) => held.push(goOn))
    await route.continue()
  })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => held.length).toBe(1)
  // Nothing behind the dialog has a role meanwhile.
  await expect(page.getByText(email)).toBeAttached()
  held[0]?.()
  await expect(dialog).toHaveCount(0)
  await page.unroute('**/api/members/*')
  await expect(row).toHaveCount(0)
  await page.reload()
  await expect(row).toHaveCount(0)
})
