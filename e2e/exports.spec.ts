import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { z } from 'zod'
import { readTable } from '../lib/exports/testing/read-table'
import { untilAlive } from './alive'
import { givenCandidatePage } from './candidate-page'
import { expect, test } from './test'

const row = z.object({
  id: z.string(),
  flow: z.object({ id: z.string().nullable() }),
  candidate: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
})
const list = z.object({ items: z.array(row), total: z.number() })

async function listed(page: Page, search: string) {
  return list.parse(await (await page.request.get(`/api/interviews?limit=200&${search}`)).json())
}

async function bytesOf(download: Promise<Download>): Promise<{ name: string; text: string; bytes: Buffer }> {
  const stored = await download
  const bytes = readFileSync(await stored.path())
  return { name: stored.suggestedFilename(), bytes, text: bytes.toString('utf8') }
}

async function openExport(page: Page, search: string) {
  await page.goto(`/candidates?${search}`)
  await untilAlive(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return page.getByRole('dialog')
}

test('a list is stored as a table that a spreadsheet reads, all of it and in its order', async ({ page, signInAs }) => {
  await signInAs('recruiter')
  const search = 'state=ready&sort=candidate'
  const { items, total } = await listed(page, search)
  const dialog = await openExport(page, `${search}&limit=3`)
  await expect(dialog.getByRole('heading')).toHaveText(`Export ${total} interviews`)
  await dialog.getByLabel('Between the columns').selectOption('semicolon')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const { name, text, bytes } = await bytesOf(download)
  await expect(dialog).toBeHidden()
  expect(name).toMatch(/^interviews \d{4}-\d\d-\d\d\.csv$/)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [titles = [], ...rows] = readTable(text.slice(1), ';')
  expect(rows.map((cells) => cells[titles.indexOf('Interview ID')])).toEqual(items.map(({ id }) => id))
  expect(rows.map((cells) => cells[titles.indexOf('Email')])).toEqual(
    items.map(({ candidate }) => candidate.email ?? ''),
  )
  expect(text).toMatch(/;\d,\d+;/)
})

test('without a network nothing is exported, and what breaks off is not stored', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('recruiter')
  const dialog = await openExport(page, '')
  const store = dialog.getByRole('button', { name: 'Export' })
  await context.setOffline(true)
  await expect(store).toBeDisabled()
  await expect(dialog.getByRole('alert')).toHaveText(/You are offline/)
  await context.setOffline(false)
  await page.route('**/api/exports/**', (route) => route.abort('connectionreset'))
  await store.click()
  await expect(dialog.getByRole('alert')).toHaveText('Debrief is not answering. Check your connection.')
  await expect(dialog).toBeVisible()
})

test('who may not export is not offered it', async ({ page, signInAs }) => {
  await signInAs('reviewer')
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toHaveCount(0)
  expect((await page.request.get('/api/exports/interviews.csv')).status()).toBe(403)
})

test('a transcript is stored as subtitles, and is there as text, with its speakers and times', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  const said = (await page.locator('[data-segment] p').first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Download' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Subtitles, WebVTT' }).click()
  const { name, text } = await bytesOf(download)
  expect(name).toMatch(/, transcript\.vtt$/)
  expect(text).toMatch(/^WEBVTT\n\n00:00:0\d\.\d{3} --> 00:00:\d\d\.\d{3}\n<v Agent>/)

  const [asText, srt] = await Promise.all(
    ['txt', 'srt'].map((ending) => page.request.get(`/api/interviews/${id}/transcript.${ending}`)),
  )
  expect(await asText?.text()).toContain(`] Agent: ${said}`)
  expect(await srt?.text()).toMatch(/^1\r\n00:00:0\d,\d{3} --> 00:00:\d\d,\d{3}\r\nAgent: /)
})

test('two interviews of one flow are linked by hand, gone between with one press, and taken apart', async ({
  page,
  signInAs,
}) => {
  await signInAs('recruiter')
  const { items } = await listed(page, 'state=ready')
  const one = items.find((row) => items.filter(({ flow }) => flow.id === row.flow.id).length > 2)
  const name = one?.candidate.name ?? ''
  await page.goto(`/candidates/${one?.id}`)
  await untilAlive(page)
  await page.getByRole('button', { name: 'Link an attempt' }).click()
  const offered = page.getByRole('list', { name: 'Interviews of this flow' }).getByRole('button')
  const other = (await offered.first().locator('bdi').first().textContent()) ?? ''
  await offered.first().click()
  const attempts = page.getByRole('navigation', { name: 'Attempts of this candidate' })
  await expect(attempts).toContainText(/^Attempt [12] of 2/)
  await attempts.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other)
  await expect(attempts.getByRole('link')).toHaveAttribute('href', new RegExp(one?.id ?? ''))

  await page.goto('/candidates?state=ready')
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(/^Attempt [12] of 2$/)
      .first(),
  ).toBeVisible()
  await page.goto(`/candidates/${one?.id}`)
  await untilAlive(page)
  await attempts.getByRole('button', { name: 'Not the same person' }).click()
  await expect(attempts).toBeHidden()
})
