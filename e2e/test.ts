import { expect, type Page, test as base } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { browserCookies, signInOverHttp } from './http-session'
import { PASSWORD } from './installation'

const sharedInstallation = z.object({
  origin: z.string(),
  /** The sandbox's origin. */
  sandbox: z.string(),
  key: z.string(),
  databaseUrl: z.string(),
  /** The app's environment, for a second app on the same database. */
  env: z.record(z.string(), z.string()),
  /** The file with all that the app printed. */
  log: z.string(),
})

export type Shared = z.infer<typeof sharedInstallation>
export type Role = 'admin' | 'recruiter' | 'reviewer'

type Fixtures = { shared: Shared; signInAs: (role: Role) => Promise<void> }

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
  shared: async ({}, use) => {
    await use(sharedInstallation.parse(JSON.parse(process.env.E2E_INSTALLATION ?? '')))
  },
  baseURL: async ({ shared }, use) => {
    await use(shared.origin)
  },
  signInAs: async ({ page }, use) => {
    await use((role) => signIn(page, `${role}@example.com`))
  },
})

export { expect }

/** The browser has a session of this member, as after signing in; no page is loaded. */
export async function giveSession(page: Page, email: string, password = PASSWORD) {
  const { origin } = new URL((await page.request.get('/api/health/live')).url())
  await page.context().addCookies(browserCookies(await signInOverHttp(origin, email, password), origin))
}

/** On the list of candidates, as after signing in. */
export async function signIn(page: Page, email: string, password = PASSWORD) {
  await giveSession(page, email, password)
  await page.goto('/candidates')
  await untilAlive(page)
}

/** As people do it. */
export async function signInByForm(page: Page, email: string, password = PASSWORD) {
  await page.goto('/sign-in')
  await untilAlive(page)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/review/)
  await untilAlive(page)
}

/** With the account and all the rest of what is no destination. */
export async function openMenu(page: Page) {
  await untilAlive(page)
  await page.getByRole('button', { name: /^Menu/ }).click()
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
}

/** As people do it; whether they are signed out says the page. */
export async function signOut(page: Page) {
  await openMenu(page)
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('button', { name: 'Sign out' }).click()
}
