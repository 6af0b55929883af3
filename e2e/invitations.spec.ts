import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect } from './test'
import { inANewBrowser, mailedLink, somebody, testWithMail as test } from './with-mail'

test('whoever is invited joins by the link and is who they should be; the link then is dead', async ({
  browser,
  mail,
  installation: { origin },
}) => {
  const [grace, linus] = [somebody(), somebody()]
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${origin}/api/invitations`, {
    method: 'POST',
    headers: { cookie, origin },
    body: JSON.stringify({ emails: [grace, linus], role: 'reviewer', scope: 'all' }),
  })
  expect(response.status).toBe(200)
  const link = await mailedLink(mail, grace)
  expect(await response.text()).toContain(link)

  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await untilAlive(fresh)
    await expect(fresh.getByLabel('Your email')).toHaveValue(grace)
    await fresh.getByLabel('Your name').fill('Grace Hopper')
    await fresh.getByLabel('New password', { exact: true }).fill('nine zithers vex every otter')
    await fresh.getByRole('button', { name: 'Join' }).click()
    await expect(fresh).toHaveURL(/\/review/)
    await fresh.getByRole('button', { name: /^Menu/ }).click()
    await expect(fresh.getByRole('dialog', { name: 'Menu' })).toContainText(/Grace Hopper\s*reviewer/i)
  })
  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await expect(fresh.getByText('This link was used or is too old. Ask whoever invited you')).toBeVisible()
  })
})

test('a link’s page says nothing of it to other sites, to search engines or to what is kept', async ({ installation: { origin } }) => {
  for (const path of ['/invite/x', '/reset/x']) {
    const response = await fetch(`${origin}${path}`)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
  }
})
