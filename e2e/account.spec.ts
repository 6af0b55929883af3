import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { PASSWORD } from './installation'
import { expect, giveSession, signInByForm, test as shared } from './test'
import { inANewBrowser, mailedLink, somebody, testWithMail as test } from './with-mail'

const NEW = 'nine zithers vex every otter'

test('a new password signs out the other browser, and this one goes on', async ({ page, browser, installation }) => {
  const email = `reviewer@${crypto.randomUUID()}.example.com`
  await installation.addMember(email)
  await signInByForm(page, email)
  await inANewBrowser(browser, async (other) => {
    await signInByForm(other, email)
    await page.goto('/account')
    await untilAlive(page)
    await expect(page.getByText('This one')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Sign out (Chrome|An unknown)/ })).toHaveCount(1)

    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByLabel('Current password').fill('not the present one')
    await page.getByLabel('New password', { exact: true }).fill(NEW)
    await page.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByText('That is not your current password.')).toBeVisible()
    await page.getByLabel('Current password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByText('Changed. You are signed out everywhere else.')).toBeVisible()

    await other.goto('/candidates')
    await expect(other).toHaveURL(/\/sign-in/)
  })
  await page.goto('/candidates')
  await expect(page).toHaveURL(/\/candidates/)
})

test('whoever forgot their password is mailed a link; nobody learns by asking who is a member', async ({
  page,
  mail,
  installation,
}) => {
  const email = `reviewer@${crypto.randomUUID()}.example.com`
  await installation.addMember(email)
  const ask = async (asked: string) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot the password?' }).click()
    await page.getByRole('heading', { name: 'Forgotten password' }).waitFor()
    await untilAlive(page)
    await page.getByLabel('Email').fill(asked)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    const said = page.getByRole('status').filter({ hasText: 'a link is on its way' })
    return (await said.innerText()).replace(asked, '')
  }
  const stranger = somebody()
  expect(await ask(stranger)).toBe(await ask(email))

  const link = await mailedLink(mail, email)
  expect(mail.letters.join()).not.toContain(stranger)
  await page.goto(link)
  await untilAlive(page)
  await page.getByLabel('New password', { exact: true }).fill(NEW)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page).toHaveURL(/\/review/)
  await page.goto(link)
  await expect(page.getByText('This link was used or is too old.')).toBeVisible()
})

test('what a member chose of colours and dates is drawn by the server, on every device', async ({
  page,
  installation,
}) => {
  const email = `recruiter@${crypto.randomUUID()}.example.com`
  await installation.addMember(email)
  await giveSession(page, email)
  await page.goto('/account')
  await untilAlive(page)
  for (const [label, choice] of [
    ['Appearance', 'dark'],
    ['Language of dates', 'de-DE'],
    ['Time zone', 'Asia/Tokyo'],
  ] as const) {
    const kept = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
    await page.getByLabel(label, { exact: true }).selectOption(choice)
    await kept
  }
  const cookie = await signInOverHttp(installation.origin, email, PASSWORD)
  const html = async () => (await fetch(`${installation.origin}/candidates`, { headers: { cookie } })).text()
  // Until the first interview has come there is no row.
  await expect.poll(html).toMatch(/<td class="seen" [^>]*lang="de-DE"/)
  await page.goto('/candidates')
  await expect(page.locator('td.seen').first()).toHaveAttribute('lang', 'de-DE')
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
})

shared('where no mail is sent, whoever forgot their password is told whom to ask', async ({ page }) => {
  await page.goto('/forgot')
  await expect(page.getByText('Ask an admin of your team')).toBeVisible()
  await expect(page.getByText('If you have a passkey, sign in with it instead.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})
