import type { BrowserContext, Page } from '@playwright/test'
import { untilAlive } from './alive'
import { freePort } from './free-port'
import { beginSession } from '../launch/session-over-http'
import { type IdentityProvider, startIdentityProvider } from './identity-provider'
import { type Installation, MEMBERS, PASSWORD, runMember, startInstallation } from './installation'
import { stopProgram } from './program'
import { startReplica } from './replica'
import { expect, openMenu, test as base } from './test'

type Company = Installation & { idp: IdentityProvider }

const CONTINUE = 'Continue with single sign-on'
const ADA = { email: 'ada@example.com', email_verified: true, name: 'Ada Byron' }

/** An installation whose members come by an identity provider of their company, once a worker. */
const test = base.extend<object, { company: Company }>({
  company: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
    async ({}, use) => {
      const port = await freePort()
      const origin = `http://localhost:${port}`
      const idp = await startIdentityProvider(origin)
      const installation = await startInstallation({
        members: [MEMBERS[0]],
        env: {
          ...{ PORT: String(port), NEXTAUTH_URL: origin, OIDC_ISSUER: idp.issuer, OIDC_CLIENT_ID: idp.clientId },
          ...{ OIDC_CLIENT_SECRET: idp.clientSecret, OIDC_ALLOWED_DOMAINS: 'example.com' },
          OIDC_ROLES: 'hiring-admins=admin,hiring=recruiter,nights=reviewer:team_a',
        },
      })
      await use({ ...installation, idp })
      await installation.stop()
      await idp.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ company }, use) => {
    await use(company.origin)
  },
})

test.beforeEach(({ company: { idp } }) => idp.answers({ as: 'ada' }))

async function come(page: Page, to = '/candidates') {
  await page.goto(to)
  await untilAlive(page)
  await page.getByRole('button', { name: CONTINUE }).click()
}

const cookieOf = async (context: BrowserContext, origin: string) =>
  (await context.cookies(origin.replace('http:', 'https:'))).map(({ name, value }) => `${name}=${value}`).join('; ')

const statusAt = async (origin: string, cookie: string) =>
  (await fetch(`${origin}/api/interviews`, { headers: { cookie } })).status

test('whoever comes for the first time is a member, as their group says, on the page that they came for; another group is another role', async ({
  page,
  company: { idp, origin },
  browser,
}) => {
  idp.accounts.set('ada', { ...ADA, groups: ['hiring'] })
  await come(page, '/candidates?state=ready')
  await expect(page).toHaveURL(`${origin}/candidates?state=ready`)
  await openMenu(page)
  await expect(page.getByRole('dialog', { name: 'Menu' })).toContainText('Ada Byron')
  const former = await cookieOf(page.context(), origin)
  expect(await statusAt(origin, former)).toBe(200)

  idp.accounts.set('ada', { ...ADA, groups: ['hiring-admins'] })
  const elsewhere = await browser.newContext({ baseURL: origin })
  const other = await elsewhere.newPage()
  await come(other, '/team')
  await expect(other.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible()
  expect(await statusAt(origin, former), 'another role ends the sessions of the former one').toBe(401)
  await elsewhere.close()
})

test('who may not come in is told why, by Debrief’s own words, and can use a password still', async ({
  page,
  company: { idp },
}) => {
  const said = page.getByRole('main').getByRole('alert')
  idp.accounts.set('eve', { ...ADA, email_verified: false })
  idp.answers({ as: 'eve' })
  await come(page)
  await expect(said.first()).toContainText('does not say that an email is yours')
  await page.context().clearCookies()

  idp.accounts.set('eve', { ...ADA, email: 'eve@elsewhere.example' })
  await come(page)
  await expect(said.first()).toContainText('Your email’s domain is not one that may sign in here')
  await page.context().clearCookies()

  idp.answers({ error: 'access_denied', error_description: 'canary' })
  await come(page)
  await expect(said.first()).toContainText('did not let you in here')
  await expect(page.getByText('canary')).toHaveCount(0)
  expect(page.url()).not.toContain('canary')

  await untilAlive(page)
  await page.getByLabel('Email').fill(MEMBERS[0])
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/candidates/)
})

test('a code that was used, a state that was forged and an answer of another browser sign nobody in', async ({
  page,
  company: { idp, origin },
  browser,
}) => {
  idp.accounts.set('ada', ADA)
  const answers: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/callback/oidc')) answers.push(request.url())
  })
  await come(page)
  await expect(page).toHaveURL(`${origin}/candidates`)
  const [used = ''] = answers
  const elsewhere = await browser.newContext({ baseURL: origin })
  const other = await elsewhere.newPage()
  for (const answer of [used, used.replace(/state=[^&]+/, 'state=forged'), used.replace(/code=[^&]+/, 'code=forged')]) {
    await other.goto(answer)
    await expect(other.getByRole('alert').first()).toContainText('Start again')
    expect(await statusAt(origin, await cookieOf(elsewhere, origin))).toBe(401)
  }
  await elsewhere.close()
})

test('who is signed in and comes back without another session is told why, and goes on as they are', async ({
  page,
  company: { idp, origin },
}) => {
  idp.accounts.set('ada', ADA)
  const other = await page.context().newPage()
  await other.goto('/candidates')
  await untilAlive(other)
  await come(page)
  await expect(page).toHaveURL(`${origin}/candidates`)
  const session = await cookieOf(page.context(), origin)

  // Or the provider, where they are signed in too, would ask nobody.
  await page.context().clearCookies({ domain: '127.0.0.1' })
  idp.answers({ error: 'access_denied', error_description: 'no' })
  await other.getByRole('button', { name: CONTINUE }).click()
  await expect(other.getByRole('heading', { name: 'Still signed in' })).toBeVisible()
  await expect(other.getByRole('main').getByRole('alert')).toContainText('did not let you in here')
  await expect(other.getByRole('main')).toContainText(ADA.email)
  expect(await statusAt(origin, session)).toBe(200)
  await other.getByRole('link', { name: 'Go on' }).click()
  await expect(other).toHaveURL(`${origin}/candidates`)
})

test('while the provider is down the page says so, a password serves, and it works again at once', async ({
  page,
  company: { idp, origin },
}) => {
  idp.accounts.set('ada', ADA)
  idp.downAfterNext()
  await come(page)
  await expect(page.getByRole('alert').first()).toContainText('is not answering')
  expect(await statusAt(origin, await beginSession(origin, MEMBERS[0], PASSWORD))).toBe(200)
  await idp.up()
  await untilAlive(page)
  await page.getByRole('button', { name: CONTINUE }).click()
  await expect(page).toHaveURL(`${origin}/candidates`)
})

test('the provider’s sign-out ends the session on every replica at once', async ({ page, company }) => {
  const { idp, origin } = company
  idp.accounts.set('ada', ADA)
  const replica = await startReplica(company)
  await come(page)
  await expect(page).toHaveURL(`${origin}/candidates`)
  const cookie = await cookieOf(page.context(), origin)
  const places = [origin, replica.origin]
  for (const place of places) expect(await statusAt(place, cookie)).toBe(200)

  await idp.signOut('ada')
  for (const place of places) expect(await statusAt(place, cookie)).toBe(401)
  await stopProgram(replica.app)
})

test('with passwords off only who breaks the glass comes in by one', async ({ page, company }) => {
  await runMember(['add', 'admin@another.example', '--role', 'admin'], company.env)
  await runMember(['break-glass', MEMBERS[0], 'on'], company.env)
  const port = await freePort()
  const own = { PORT: String(port), NEXTAUTH_URL: `http://localhost:${port}` }
  const replica = await startReplica(company, { ...own, PASSWORD_SIGN_IN: 'off' })
  await page.goto(`${replica.origin}/sign-in`)
  await untilAlive(page)
  await expect(page.getByLabel('Email')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign in with a password' }).click()
  await expect(page.getByLabel('Email')).toBeFocused()

  await page.goto(`${replica.origin}/forgot`)
  await expect(page.getByText('You sign in here with your company’s account')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)

  const begin = (email: string) => beginSession(replica.origin, email, PASSWORD)
  await expect(begin('admin@another.example')).rejects.toThrow('401')
  expect(await statusAt(replica.origin, await begin(MEMBERS[0]))).toBe(200)
  await stopProgram(replica.app)
})
