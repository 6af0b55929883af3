import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { expect, signIn, test } from './test'

test('an admin sees how the connection to Ribbon is, and can try it', async ({ page, shared }) => {
  await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await signIn(page, MEMBERS[0])
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connection' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible()
  await expect(page.getByText('Accepted by Ribbon')).toBeVisible()
  await expect(page.getByText(`${shared.origin}/api/webhooks/ribbon`)).toBeVisible()

  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('Ribbon answers and accepts the key.')).toBeVisible()
})

test('to everybody else there is no such page and no such endpoint', async ({ page, shared }) => {
  for (const member of [MEMBERS[1], MEMBERS[2]]) {
    const cookie = await signInOverHttp(shared.origin, member, PASSWORD)
    const headers = { cookie, origin: shared.origin }
    expect((await fetch(`${shared.origin}/api/connection`, { headers })).status).toBe(404)
    expect((await fetch(`${shared.origin}/api/connection/check`, { method: 'POST', headers })).status).toBe(404)
    expect((await fetch(`${shared.origin}/connection`, { headers })).status).toBe(404)
  }
  await signIn(page, MEMBERS[2])
  await expect(page.getByRole('link', { name: 'Candidates', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Connection' })).toHaveCount(0)
})
