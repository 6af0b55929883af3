import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { untilAlive } from './alive'
import { openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMember } from './installation'
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

test('an admin gives another role, signs out, disables and removes, and what is refused is as it was', async ({
  page,
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer', '--name', 'Rolf Changing'], shared.env)
  await signIn(page, MEMBERS[0])
  await page.goto('/team')
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
