import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { untilDrawn } from './candidate-list'
import { signInOverHttp } from './http-session'
import { hurry } from './hurry'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { clearFaults, injectFault } from './sandbox-control'
import { expect, signIn, test } from './test'
import { untilPulled } from './until-pulled'

const problem = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  id: z.uuid(),
})

test('a failure is problem+json with an id that the log has, and nothing of its reason', async ({ shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  for (const [path, status] of [
    ['/api/interviews?limit=0', 400],
    ['/api/interviews?cursor=%00', 400],
    ['/api/interviews/unknown', 404],
    ['/api/interviews/unknown/words', 404],
    ['/api/interviews/unknown/recording/audio', 404],
    ['/api/interviews/%00/recording/audio', 404],
  ] as const) {
    const response = await fetch(shared.origin + path, { headers: { cookie } })
    const text = await response.text()
    expect(response.status, path).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const told = problem.parse(JSON.parse(text))
    expect(text).not.toMatch(/\bat .*:\d+|select |node_modules|\/lib\//i)
    expect(readFileSync(shared.log, 'utf8')).toContain(told.id)
    const meaning = await fetch(told.type)
    expect(meaning.status).toBe(200)
    expect(await meaning.text()).toContain(told.title)
  }
})

test('an admin is told under the header what is wrong and what to do, others that nothing arrives; nothing jumps, and it is put away once', async ({
  browser,
}) => {
  const installation = await startInstallation({ members: [MEMBERS[0], MEMBERS[2]] })
  const { origin, sandbox } = installation
  await untilPulled(origin, await signInOverHttp(origin, MEMBERS[0], PASSWORD))
  const [admin, reviewer] = await Promise.all([
    browser.newPage({ baseURL: origin }),
    browser.newPage({ baseURL: origin, viewport: { width: 390, height: 844 } }),
  ])
  await Promise.all([hurry(admin), hurry(reviewer)])
  await Promise.all([signIn(admin, MEMBERS[0]), signIn(reviewer, MEMBERS[2])])
  await Promise.all([untilDrawn(admin), untilDrawn(reviewer)])
  const shifts = [await countShifts(admin), await countShifts(reviewer)]
  const told = admin.getByRole('main').getByRole('status').filter({ hasText: 'Ribbon does not accept the API key.' })
  const short = reviewer.getByRole('main').getByRole('status').filter({ hasText: 'New interviews are not arriving.' })
  await expect(reviewer.getByRole('button', { name: 'Menu', exact: true })).toBeVisible()

  await injectFault(sandbox, '/v1', { kind: 'status', status: 401 })
  await expect(told).toContainText('Set the new one as RIBBON_API_KEY and restart Debrief.')
  await expect(short).toBeVisible()
  await expect(reviewer.getByText(/API|RIBBON/)).toHaveCount(0)
  await expect(reviewer.getByRole('button', { name: /^Menu.*needs a look/ })).toBeVisible()
  for (const shift of shifts) expect(await shift()).toBe(0)

  await admin.getByRole('link', { name: 'Review', exact: true }).first().click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
  const line = admin.getByRole('main').getByRole('status').filter({ hasText: 'API key' })
  const belowHeader = async () => {
    const [header, under] = [await admin.locator('main header').boundingBox(), await line.boundingBox()]
    return (under?.y ?? NaN) - (header?.y ?? NaN) - (header?.height ?? NaN)
  }
  await expect.poll(belowHeader).toBeCloseTo(0, 0)
  await line.getByRole('button', { name: 'Put away' }).click()
  await expect(line).toHaveCount(0)
  await admin.getByRole('link', { name: 'Candidates', exact: true }).first().click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Candidates' })).toBeVisible()
  await expect(line).toHaveCount(0)
  await admin.reload()
  await untilAlive(admin)
  await expect(line).toHaveCount(0)

  await clearFaults(sandbox)
  await expect(admin.getByText(/^(Up to date|Updated)/).first()).toBeVisible()
  await injectFault(sandbox, '/v1', { kind: 'status', status: 401 })
  await expect(line).toBeVisible()
  await Promise.all([admin.close(), reviewer.close()])
  await installation.stop()
})

/** How far things have jumped since, as browsers count it; its letters are there by then. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const seen = Object.assign(window, { shifted: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifted += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  return () => page.evaluate(() => (window as Window & { shifted?: number }).shifted ?? NaN)
}
