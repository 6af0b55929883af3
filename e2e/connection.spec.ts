import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { copied } from './clipboard'
import { browserCookies, signInOverHttp } from './http-session'
import { hurry } from './hurry'
import { type Installation, MEMBERS, PASSWORD, runMember, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import { clearFaults, injectFault } from './sandbox-control'
import { expect, signIn, test } from './test'

const sure = (page: Page) => page.getByRole('heading', { name: 'Everything is here.' })
const unsure = (page: Page) => page.getByRole('heading', { name: 'Not sure that everything is here.' })
const compareNow = (page: Page) => page.getByRole('button', { name: 'Compare now' }).click()

test.describe('an admin', () => {
  let installation: Installation
  test.beforeAll(async () => {
    installation = await startInstallation({ members: [MEMBERS[0]] })
  })
  test.afterAll(() => installation.stop())

  test.beforeEach(async ({ page }) => {
    const { origin } = installation
    const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
    await knownInterview(origin, cookie)
    await hurry(page)
    await page.context().addCookies(browserCookies(cookie, origin))
    await page.goto(`${origin}/candidates`)
    await untilAlive(page)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Connection' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible()
    await compareNow(page)
    await expect(page.getByText('Ribbon answers and accepts the key. Compared.')).toBeVisible()
    await expect(sure(page)).toBeVisible()
  })

  test('is told first whether everything is here, which recordings are missing, and the figures below', async ({
    page,
  }) => {
    await expect(page.getByText('40 of 40 interviews that Ribbon lists')).toBeVisible()
    await expect(page.getByText('0 refused')).toBeVisible()

    await expect(page.getByText('Accepted by Ribbon')).toBeHidden()
    await page.getByText('Calls and lists').click()
    await expect(page.getByText('Accepted by Ribbon')).toBeVisible()
    await expect(page.getByText(`${installation.origin}/api/webhooks/ribbon`)).toBeVisible()

    const without = page.getByRole('link', { name: /^\d+ have none at Ribbon$/ })
    const count = /\d+/.exec((await without.textContent()) ?? '')?.[0] ?? ''
    await without.click()
    await expect(page.getByRole('heading', { level: 1 }).getByRole('status')).toHaveText(`${count} interviews`)
  })

  test('is never told so while Ribbon refuses the key, fails, or the page cannot ask', async ({ page }) => {
    const { sandbox } = installation
    for (const [status, sentence] of [
      [401, 'Ribbon refuses the key. Enter the new one as RIBBON_API_KEY on the server and restart.'],
      [503, 'Debrief tries again by itself'],
    ] as const) {
      await injectFault(sandbox, '/v1', { kind: 'status', status })
      await expect(page.getByText(sentence)).toBeVisible()
      await expect(unsure(page)).toBeVisible()
      await clearFaults(sandbox)
      await compareNow(page)
      await expect(sure(page)).toBeVisible()
    }
    await page.route('**/api/connection', (route) => route.abort())
    await expect(unsure(page)).toBeVisible()
  })
})

test('to everybody else there is no such page and no such endpoint', async ({ page, shared }) => {
  for (const member of [MEMBERS[1], MEMBERS[2]]) {
    const cookie = await signInOverHttp(shared.origin, member, PASSWORD)
    const headers = { cookie, origin: shared.origin }
    expect((await fetch(`${shared.origin}/api/connection`, { headers })).status).toBe(404)
    expect((await fetch(`${shared.origin}/api/connection/check`, { method: 'POST', headers })).status).toBe(404)
    // A recruiter has invitations there.
    const settings = member === MEMBERS[2] ? ['/settings', '/invitations'] : []
    for (const path of ['/connection', '/team', '/audit', ...settings]) {
      expect((await fetch(shared.origin + path, { headers })).status).toBe(404)
    }
  }
  await signIn(page, MEMBERS[2])
  await expect(page.getByRole('link', { name: 'Candidates', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /Connection|Team|Settings/ })).toHaveCount(0)
})

test('an admin who opens the invitations is led to the team, which has them', async ({ page }) => {
  await signIn(page, MEMBERS[0])
  await page.goto('/invitations')
  await expect(page).toHaveURL(/\/team$/)
  const settings = page.getByRole('navigation', { name: 'Settings' })
  await expect(settings.getByRole('link', { name: 'Team' })).toHaveAttribute('aria-current', 'page')
})

test('an admin finds under “invite” who is a member, and a command that adds somebody who then is one', async ({
  page,
  shared,
}) => {
  await signIn(page, MEMBERS[0])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('invite')
  await page.getByRole('option', { name: 'Team' }).click()
  const members = page.getByRole('list', { name: 'Members' }).getByRole('listitem')
  await expect(members.filter({ hasText: MEMBERS[2] })).toContainText(/Reviewer.*Everything.*password/)

  await page.getByText('From a shell on the server').click()
  const email = `${randomUUID()}@example.com`
  await page.getByLabel('Their email').fill(email)
  await page.getByLabel('Their name').fill('Maeve O’Neill')
  await page.getByLabel('Role', { exact: true }).selectOption('recruiter')
  const command = page.locator('code').first()
  await expect(command).toHaveText(`npm run member -- add ${email} --role recruiter --name 'Maeve O’Neill'`)
  await page.getByLabel('Where Debrief runs').selectOption('container')
  await expect(command).toHaveText(/^docker compose exec app node member\.mjs add /)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the command: Add' }).click()
  await expect.poll(() => copied(page)).toBe(await command.textContent())

  await runMember(['add', email, '--role', 'recruiter', '--name', 'Maeve O’Neill'], shared.env)
  await page.reload()
  await expect(members.filter({ hasText: 'Maeve O’Neill' })).toContainText(email)
  await expect(members.filter({ hasText: 'Maeve O’Neill' })).toContainText('Never here')
})
