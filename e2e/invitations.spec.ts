import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { copied } from './clipboard'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect, giveSession } from './test'
import { inANewBrowser, mailedLink, somebody, testWithMail as test } from './with-mail'

const NEW = 'nine zithers vex every otter'

async function openSheet(page: Page, by: string, path = '/team') {
  await giveSession(page, by)
  await page.goto(path)
  await untilAlive(page)
  await page.keyboard.press('i')
  const sheet = page.getByRole('dialog', { name: 'Invite people' })
  await expect(sheet.getByLabel('Emails')).toBeFocused()
  return sheet
}

test('an admin invites two by pasting; one joins by the link and is who they should be, and the link then is dead', async ({
  page,
  browser,
  mail,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sheet = await openSheet(page, MEMBERS[0])
  const [grace, linus] = [somebody(), somebody()]
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${grace}, ${linus}\nnobody@`)
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('2 links, good for 7 days, once each.')).toBeVisible()
  await expect(sheet.getByText('nobody@: not an address.')).toBeVisible()
  await expect(sheet.getByText('The mails were handed over')).toBeVisible()
  await sheet.getByRole('button', { name: 'Copy both as text' }).click()
  await expect.poll(() => copied(page)).toContain(`${grace}: `)
  const link =
    (await copied(page))
      .split('\n')
      .find((line) => line.startsWith(grace))
      ?.split(': ')[1] ?? ''
  expect(link).toBe(await mailedLink(mail, grace))

  await sheet.getByRole('button', { name: 'Done' }).click()
  const invited = page.getByRole('list', { name: 'Invited' }).getByRole('listitem')
  await expect(invited.filter({ hasText: linus })).toContainText('Reviewer')

  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await untilAlive(fresh)
    await expect(fresh.getByLabel('Your email')).toHaveValue(grace)
    await fresh.getByLabel('Your name').fill('Grace Hopper')
    await fresh.getByLabel('New password', { exact: true }).fill(NEW)
    await fresh.getByRole('button', { name: 'Join' }).click()
    await expect(fresh).toHaveURL(/\/review/)
    await untilAlive(fresh)
    await fresh.getByRole('button', { name: /^Menu/ }).click()
    await expect(fresh.getByRole('dialog', { name: 'Menu' })).toContainText(/Grace Hopper\s*reviewer/i)
  })
  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await expect(fresh.getByText('This link was used or is too old. Ask whoever invited you')).toBeVisible()
  })
  await page.reload()
  await expect(invited.filter({ hasText: linus })).toBeVisible()
  await expect(invited.filter({ hasText: grace })).toHaveCount(0)
})

test('a link’s page says nothing of it to other sites, to search engines or to what is kept', async ({
  page,
  installation: { origin },
}) => {
  const sheet = await openSheet(page, MEMBERS[0])
  await sheet.getByLabel('Emails').fill(somebody())
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('1 link, good for 7 days')).toBeVisible()
  for (const path of ['/invite/x', '/reset/x']) {
    const response = await fetch(`${origin}${path}`)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
  }
})

test('where the mail server refuses, the sheet says so, and the link works', async ({ page, mail, browser }) => {
  mail.refuse(550)
  const sheet = await openSheet(page, MEMBERS[0])
  const email = somebody()
  await sheet.getByLabel('Emails').fill(email)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(sheet.getByText(/Mail was refused by 127\.0\.0\.1 at .*; the links below work\./)).toBeVisible()
  mail.refuse(null)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: `Resend to ${email}` }).click()
  const link = await mailedLink(mail, email)
  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await expect(fresh.getByLabel('Your email')).toHaveValue(email)
  })
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click()
  await expect(page.getByRole('list', { name: 'Invited' }).getByText(email)).toHaveCount(0)
  await inANewBrowser(browser, async (fresh) => {
    await fresh.goto(link)
    await expect(fresh.getByText('This link was used or is too old.')).toBeVisible()
  })
})

test('where the mail server cannot take a mail yet, the sheet and the list say so, until it has', async ({
  page,
  mail,
}) => {
  mail.refuse(421)
  const sheet = await openSheet(page, MEMBERS[0])
  const email = somebody()
  await sheet.getByLabel('Emails').fill(email)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const said = /Mail could not be handed to 127\.0\.0\.1 at .* and is tried again/
  await expect(sheet.getByText(said)).toContainText('the links below work.')
  await sheet.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('list', { name: 'Invited' }).getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText(said)
  mail.refuse(null)
  await mailedLink(mail, email)
  await expect(row).not.toContainText('Mail')
})

test('a recruiter invites reviewers, and nobody can ask for more in their name', async ({
  page,
  installation: { origin },
}) => {
  const sheet = await openSheet(page, MEMBERS[1], '/invitations')
  await expect(sheet.getByRole('radio', { name: /Admin|Recruiter/ })).toHaveCount(0)
  const email = somebody()
  await sheet.getByLabel('Emails').fill(email)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('1 link, good for 7 days')).toBeVisible()

  const cookie = await signInOverHttp(origin, MEMBERS[1], PASSWORD)
  for (const role of ['admin', 'recruiter']) {
    const refused = await fetch(`${origin}/api/invitations`, {
      method: 'POST',
      headers: { cookie, origin },
      body: JSON.stringify({ emails: [somebody()], role, scope: 'all' }),
    })
    expect(refused.status).toBe(403)
  }
})
