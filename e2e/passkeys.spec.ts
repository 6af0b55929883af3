import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { MEMBERS, PASSWORD, runMember } from './installation'
import { testOnItsOwn } from './own-installation'
import { expect, signInByForm, signOut } from './test'

const test = testOnItsOwn({ sandboxOptions: ['--interviews', '5', '--seed', '1'] })

/** A device that keeps passkeys, and takes it that the right person touches it. */
async function giveAuthenticator(page: Page) {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', transport: 'internal' } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

async function openAccount(page: Page) {
  await page.goto('/account')
  await untilAlive(page)
}

async function addPasskey(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill(name)
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect(listed(page).getByText(name)).toBeVisible()
}

function listed(page: Page) {
  return page.getByRole('list', { name: 'Passkeys' })
}

async function pressPasskey(page: Page) {
  await expect(page).toHaveURL(/\/sign-in/)
  await untilAlive(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

async function typePassword(page: Page, email: string) {
  await page.goto('/sign-in')
  await untilAlive(page)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Of an admin’s page. */
async function makePasswordLink(page: Page, email: string): Promise<string> {
  await page.goto('/team')
  await untilAlive(page)
  await page.getByRole('button', { name: `More about ${email}` }).click()
  await page.getByRole('menuitem', { name: 'Password link…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  return dialog.locator('code').innerText()
}

test('a passkey signs in alone, takes another name, and lets nobody in once it is removed', async ({
  page,
  installation,
}) => {
  const email = `reviewer@${crypto.randomUUID()}.example.com`
  await installation.addMember(email)
  await giveAuthenticator(page)
  await signInByForm(page, email)
  await openAccount(page)
  await addPasskey(page, 'My laptop')

  await signOut(page)
  await pressPasskey(page)
  await expect(page).toHaveURL(/\/review/)
  await openAccount(page)
  const mine = listed(page)
  await expect(mine.getByText('Signed you in here')).toBeVisible()

  await mine.getByRole('button', { name: 'Rename My laptop' }).click()
  await mine.getByLabel('New name').fill('Old laptop')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine.getByText('Old laptop')).toBeVisible()

  await mine.getByRole('button', { name: 'Remove Old laptop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await pressPasskey(page)
  await expect(page.getByText('Nobody signs in here with that passkey any more.')).toBeVisible()
  await signInByForm(page, email)
})

test('without a passkey on the device the page says that none was used', async ({ page }) => {
  await giveAuthenticator(page)
  await page.goto('/sign-in')
  await pressPasskey(page)
  await expect(page.getByText('No passkey was used.')).toBeVisible()
})

test('an admin requires one of everybody: a password leads to where it is added, and is not enough from then on', async ({
  page,
  browser,
  installation,
}) => {
  const email = `recruiter@${crypto.randomUUID()}.example.com`
  await installation.addMember(email)
  await giveAuthenticator(page)
  await signInByForm(page, MEMBERS[0])
  const choose = async () => {
    await page.goto('/team')
    await untilAlive(page)
    await page.getByLabel('Require a passkey of').selectOption('everybody')
  }
  await choose()
  await expect(page.getByText('You would lock yourself out.')).toBeVisible()
  await openAccount(page)
  await addPasskey(page, 'Of the admin')
  await signOut(page)
  await pressPasskey(page)
  await expect(page).toHaveURL(/\/review/)
  const stored = page.waitForResponse((response) => response.url().endsWith('/api/passkeys/requirement'))
  await choose()
  expect((await stored).status()).toBe(200)

  const context = await browser.newContext({ baseURL: installation.origin })
  const theirs = await context.newPage()
  await giveAuthenticator(theirs)
  await typePassword(theirs, email)
  await expect(theirs).toHaveURL(/\/passkey$/)
  for (const path of ['/candidates', '/account']) {
    await theirs.goto(path)
    await expect(theirs).toHaveURL(/\/passkey$/)
  }
  await untilAlive(theirs)
  await theirs.getByRole('button', { name: 'Make the passkey' }).click()
  await expect(theirs).toHaveURL(/\/review/)
  await signOut(theirs)
  await expect(theirs).toHaveURL(/\/sign-in/)
  await typePassword(theirs, email)
  const notEnough = theirs.getByText('A password alone does not let you in here.')
  await expect(notEnough).toBeVisible()
  await theirs.goto(await makePasswordLink(page, email))
  await untilAlive(theirs)
  await theirs.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Set the password' }).click()
  await expect(theirs).toHaveURL(/\/sign-in/)
  await expect(notEnough).toBeVisible()
  await pressPasskey(theirs)
  await expect(theirs).toHaveURL(/\/review/)

  await runMember(['remove-passkeys', email], installation.env)
  await theirs.goto('/candidates')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await runMember(['require-passkeys', 'nobody'], installation.env)
  await signInByForm(theirs, email)
  await context.close()
})
