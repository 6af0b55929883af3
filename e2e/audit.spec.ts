import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readTable } from '../lib/exports/testing/read-table'
import { z } from 'zod'
import { AHEAD_HEADER } from '../lib/ahead-header'
import { untilAlive } from './alive'
import { copied } from './clipboard'
import { giveSession, expect, test } from './test'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMember } from './installation'
import { knownInterview } from './known-interview'

test('an admin finds who looked at a candidate, follows them, and takes what is listed away', async ({
  page,
  shared,
  signInAs,
}) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[2], PASSWORD)
  const { id, name } = await knownInterview(shared.origin, cookie)
  await fetch(`${shared.origin}/candidates/${id}`, { headers: { cookie } })
  await signInAs('admin')
  const events = page.getByRole('list', { name: 'Events, the newest first' }).getByRole('listitem')
  const looked = events.filter({ hasText: `was shown ${name}` }).first()
  await expect(async () => {
    await page.goto(`/audit?interview=${encodeURIComponent(id)}&code=interview.viewed`)
    await expect(looked).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(looked).toContainText('127.0.0.1')

  await page.goto('/audit')
  await untilAlive(page)
  await page.getByRole('button', { name: 'What happened' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Looking and listening' }).click()
  await page.keyboard.press('Escape')
  // The rows come anew with it: a menu of one that was there before would go with that.
  await expect(page.getByRole('button', { name: 'Remove the filter Looking and listening' })).toBeVisible()
  await looked.getByRole('button', { name: /^More about event/ }).click()
  await page.getByRole('menuitem', { name: `Follow ${name}` }).click()
  await expect(page.getByRole('button', { name: `Remove the filter ${name}` })).toBeVisible()
  await expect(looked).toBeVisible()
  await expect(events.filter({ hasNotText: name })).toHaveCount(0)

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV, for a spreadsheet' }).click()
  const text = readFileSync(await (await download).path(), 'utf8').replace(/^\ufeff/, '')
  const [titles = [], ...rows] = readTable(text, ',')
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((cells) => cells[titles.indexOf('About (ID)')]))).toEqual(new Set([id]))

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(events.filter({ hasText: 'exported this log' }).first()).toBeVisible()
  await expect(page.getByText(/^[\d,]+ events sealed, last/)).toBeVisible()
})

test('what was done to many at once is one line, which opens to a row each', async ({ page, shared, signInAs }) => {
  const { origin, env } = shared
  const email = `${randomUUID()}@example.com`
  const named = `Elsa ${randomUUID()}`
  await runMember(['add', email, '--role', 'recruiter', '--name', named], env)
  const cookie = await signInOverHttp(origin, email, PASSWORD)
  await knownInterview(origin, cookie)
  const listed = await fetch(`${origin}/api/interviews?limit=5`, { headers: { cookie } })
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await listed.json())
  const body = JSON.stringify({ interviewIds: items.map(({ id }) => id) })
  const headers = { cookie, origin, 'content-type': 'application/json' }
  await (await fetch(`${origin}/api/exports/interviews.csv`, { method: 'POST', headers, body })).text()

  await signInAs('admin')
  await page.goto('/audit?code=interview.exported')
  await untilAlive(page)
  const events = page.getByRole('list', { name: 'Events, the newest first' }).getByRole('listitem')
  const mine = events.filter({ hasText: `${named} exported` })
  await expect(mine).toHaveCount(1)
  await expect(mine).toContainText('exported 5 candidates in a list · as CSV')
  await mine.getByRole('button', { name: 'Each of 5 events' }).click()
  await expect(mine).toHaveCount(6)
  await mine
    .last()
    .getByRole('button', { name: /^More about event/ })
    .click()
  await expect(page.getByRole('menuitem', { name: 'Copy its proof' })).toBeVisible()
})

test('a proof that is copied is of the head that is copied', async ({ page, context, shared, signInAs }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: shared.origin })
  await signInAs('admin')
  await page.goto('/audit')
  await untilAlive(page)
  await page.getByRole('button', { name: 'Copy the head' }).click()
  await expect.poll(() => copied(page)).toMatch(/^debrief-audit-2 \d+ \d+ [0-9a-f]{64}$/)
  const head = await copied(page)
  const seq = head.split(' ')[2]
  const proof = await page.request.get(`/api/audit/${seq}/proof?size=${head.split(' ')[1]}`)
  expect(await proof.json()).toMatchObject({ seq: Number(seq), size: Number(head.split(' ')[1]) })
  await giveSession(page, MEMBERS[2])
  expect((await page.request.get(`/api/audit/${seq}/proof`)).status()).toBe(404)
})

test('a page that is loaded ahead counts as shown once somebody goes to it', async ({ shared: { origin, env } }) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer'], env)
  const [admin, cookie] = [
    await signInOverHttp(origin, MEMBERS[0], PASSWORD),
    await signInOverHttp(origin, email, PASSWORD),
  ]
  const ask = async (path: string) => (await fetch(origin + path, { headers: { cookie: admin } })).json()
  const members = z.array(z.object({ id: z.string(), email: z.string() })).parse(await ask('/api/members'))
  const member = members.find((one) => one.email === email)?.id ?? ''
  const { id: interview } = await knownInterview(origin, admin)
  const told = async () => {
    const page = await ask(`/api/audit?${new URLSearchParams({ member, interview })}`)
    const { items } = z.object({ items: z.array(z.object({ code: z.string() })) }).parse(page)
    return items.map(({ code }) => code)
  }

  const page = await fetch(`${origin}/candidates/${interview}`, { headers: { cookie, [AHEAD_HEADER]: '1' } })
  await page.text()
  await expect.poll(told).toEqual(['interview.loaded_ahead'])
  const body = JSON.stringify({ interviewId: interview })
  await fetch(`${origin}/api/review/queue/place`, { method: 'PUT', headers: { cookie, origin }, body })
  await expect.poll(told).toEqual(['interview.viewed', 'interview.loaded_ahead'])
})

test('an admin follows a member from the team to what they did', async ({ page, shared, signInAs }) => {
  const email = `${randomUUID()}@example.com`
  const named = `Flora ${randomUUID()}`
  await runMember(['add', email, '--role', 'reviewer', '--name', named], shared.env)
  await signInOverHttp(shared.origin, email, PASSWORD)
  await signInAs('admin')
  await page.goto('/team')
  await untilAlive(page)
  await page.getByRole('button', { name: `More about ${named}` }).click()
  await page.getByRole('menuitem', { name: 'Follow in the audit log' }).click()
  await expect(page).toHaveURL(/\/audit\?member=/)
  await expect(page.getByRole('button', { name: `Remove the filter ${named}` })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `${named} signed in` })).toBeVisible()
})
