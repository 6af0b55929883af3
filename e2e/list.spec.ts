import type { Page, Route } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { list, openList, pathsShown, rows, total, untilDrawn } from './candidate-list'
import { signInOverHttp } from './http-session'
import { hurry } from './hurry'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import { finishInterview, pointWebhooks } from './sandbox-control'
import { expect, giveSession, test } from './test'
import { untilPulled } from './until-pulled'

const answered = z.looseObject({ items: z.array(z.looseObject({})).default([]) })
type Change = (items: z.output<typeof answered>['items']) => Record<string, unknown>

/** As the server answers, but for this. */
async function answerWith(route: Route, change: Change) {
  const response = await route.fetch()
  const answer = answered.parse(await response.json())
  await route.fulfill({ response, json: { ...answer, ...change(answer.items) } })
}

const answerLists = (page: Page, change: Change) =>
  page.route(/\/api\/interviews\?/, (route) => answerWith(route, change))

test.describe('a reader in Berlin', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' })

  test('is told in their own way when a row was first seen, exactly on hover over its link', async ({
    page,
    shared,
  }) => {
    await openList(page, shared)
    const time = page.locator('tbody [data-at]').first()
    await expect(time).toHaveText(/^(jetzt|\d+ (Min|Std)\.)$/)
    const exact = await time.evaluate((element) =>
      new Date(element.getAttribute('data-at') ?? '').toLocaleString('de', {
        dateStyle: 'medium',
        timeStyle: 'short',
      }),
    )

    const link = rows(page).first().getByRole('link').first()
    const box = await time.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4)
    await expect(link).toHaveAttribute('title', exact)
    await link.hover({ position: { x: 4, y: 4 } })
    await expect(link).toHaveAttribute('title', (await link.textContent()) ?? '')
  })
})

test('a row that was found by its flow or its name says so', async ({ page, shared }) => {
  await openList(page, shared, '/candidates?q=flow:stocker')
  await expect(rows(page).first().locator('mark')).toHaveText('stocker')
  await page.getByLabel('Search every transcript').fill('name:solheim')
  await expect(rows(page).first().getByRole('link').first().locator('mark')).toHaveText('Solheim')
})

test('what a colleague noted is found, by note: alone too, and leads from the row to the note', async ({
  page,
  shared,
}) => {
  const word = `sassafras${crypto.randomUUID().slice(0, 8)}`
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const { id, name } = await knownInterview(shared.origin, cookie)
  const path = `${shared.origin}/api/interviews/${id}/notes/${crypto.randomUUID()}`
  const headers = { cookie, origin: shared.origin, 'content-type': 'application/json' }
  const body = JSON.stringify({ parentId: null, body: `Fewer **${word}** on deck.`, at: null, quote: null })
  expect((await fetch(path, { method: 'PUT', headers, body })).ok).toBe(true)

  await openList(page, shared)
  for (const query of [word, `note:${word}`]) {
    await page.getByLabel('Search every transcript').fill(query)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page).first()).toContainText(name)
  }
  const line = page.getByRole('listitem').filter({ hasText: 'Note, admin' })
  await expect(line.locator('mark')).toHaveText(word)
  await page.getByLabel('Search every transcript').fill(`said:${word}`)
  await expect(page.getByText(`Nothing found for said:${word}`)).toBeVisible()

  await page.getByLabel('Search every transcript').fill(word)
  await line.getByRole('link').click()
  await expect(page.getByRole('article').filter({ hasText: word })).toBeVisible()

  // Its address leads to the note for whoever has to sign in first, too.
  const address = page.url()
  await page.context().clearCookies()
  await page.goto('about:blank')
  await page.goto(address)
  await untilAlive(page)
  await page.getByLabel('Email').fill(MEMBERS[1])
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('article').filter({ hasText: word })).toBeVisible()
  await fetch(path, { method: 'DELETE', headers })
  expect((await list(shared, `q=${word}`)).total).toBe(0)
})

test('quotes, -, asked: and name: are understood', async ({ shared }) => {
  const all = async (q: string) => (await list(shared, String(new URLSearchParams({ q })))).total ?? 0
  const night = await all('night')
  expect(night).toBeGreaterThan(3)
  expect(await all('"night"')).toBeLessThanOrEqual(night)
  expect(await all('night -purser')).toBe(night - (await all('night purser')))
  expect(await all('asked:night')).not.toBe(night)
  expect(await all('name:solheim')).toBe(1)
  expect(await all('name:purser')).toBe(0)
})

test('a range narrows the list, stands in the address, can be changed and taken away', async ({ page, shared }) => {
  await openList(page, shared)
  const all = await total(page).textContent()
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Score', exact: true }).click()
  await page.getByRole('textbox', { name: 'From' }).fill('4')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/score=4/)
  await expect(total(page)).not.toHaveText(all ?? '')
  const { items = [] } = await list(shared, 'score=4..&limit=200')
  await expect(rows(page)).toHaveCount(items.length)
  expect(items.every(({ assessment }) => (assessment.generalScore ?? 0) >= 4)).toBe(true)

  await page.getByRole('button', { name: /^Remove the filter Score/ }).click()
  await expect(total(page)).toHaveText(all ?? '')
})

test('a filter moves nothing of the list, however long its words', async ({ page, shared }) => {
  const { items = [] } = await list(shared, 'limit=200')
  const flows = new Set(items.map(({ flow }) => flow.id))
  const tops = async () => {
    const heads = page.getByRole('columnheader').first()
    const found: (number | undefined)[] = []
    for (const width of [1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      found.push((await heads.boundingBox())?.y)
    }
    return found
  }
  await openList(page, shared)
  // In other letters a line may be longer than there is room.
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  const unfiltered = await tops()
  for (const flow of flows) {
    await openList(page, shared, `/candidates?flow=${flow}`)
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible()
    await expect.poll(tops, `of ${flow}`).toEqual(unfiltered)
  }
})

test('a parameter that cannot be read is named, and a page goes on without it', async ({ page, shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  for (const search of ['score=9..', 'sort=nonsense', 'limit=0', 'seen=yesterday', 'cursor=bad']) {
    const response = await fetch(`${shared.origin}/api/interviews?${search}`, { headers: { cookie } })
    expect(response.status, search).toBe(400)
  }
  await openList(page, shared, '/candidates?score=9..&sort=nonsense')
  await expect(rows(page).first()).toBeVisible()
})

test('the columns that somebody chooses are there after a reload, at once', async ({ page, shared }) => {
  await openList(page, shared)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Team' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Team' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Team' })).toBeVisible()
  const html = await (await page.request.get('/candidates')).text()
  expect(html).toContain('>Team<')
})

test('a row that a browser cannot draw costs only itself, and leads to its interview', async ({ page, shared }) => {
  await openList(page, shared)
  const count = await rows(page).count()
  // Nothing that Ribbon sends comes so far.
  await answerLists(page, (items) => ({ items: items.with(1, { ...items[1], candidate: null }) }))
  await page.getByRole('columnheader', { name: 'Candidate' }).getByRole('button').click()
  const undrawn = rows(page).filter({ hasText: 'could not be drawn' })
  await expect(undrawn).toHaveText('This row could not be drawn. Open its interview')
  await expect(rows(page)).toHaveCount(count)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(undrawn.getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/candidates\/[^?]/)
})

test('a list that more have left than it is told of one by one is drawn anew, with none of them', async ({
  page,
  shared,
}) => {
  await openList(page, shared)
  const paths = await pathsShown(page)
  const half = Math.floor(paths.length / 2)
  await answerLists(page, (items) => ({ items: items.slice(half), total: paths.length - half, nextCursor: null }))
  await page.route(/\/api\/interviews\/news\?/, (route) => answerWith(route, () => ({ isOutdated: true })), {
    times: 1,
  })
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect.poll(() => pathsShown(page)).toEqual(paths.slice(half))
  await expect(total(page)).toHaveText(`${paths.length - half} interviews`)
})

test('a new interview announces itself without moving what is being read', async ({ browser }) => {
  const secret = 'a secret for the list'
  const installation = await startInstallation({
    env: { RIBBON_WEBHOOK_SECRET: secret, MIRROR_INTERVAL_SECONDS: '3600' },
    members: [MEMBERS[0], MEMBERS[1]],
  })
  const page = await browser.newPage({ baseURL: installation.origin })
  await hurry(page)
  // While the first pull is under way others would be new as well.
  await untilPulled(installation.origin, await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD))
  await pointWebhooks(installation, `${installation.origin}/api/webhooks/ribbon`, secret)
  await giveSession(page, MEMBERS[1])
  await page.goto('/candidates?state=ready')
  await untilDrawn(page)
  const before = await pathsShown(page)

  const { items = [] } = await list(installation, 'state=processing&limit=1')
  await finishInterview(installation.sandbox, items[0]?.id ?? '')
  const news = page.getByRole('button', { name: /1 new/ })
  await expect(news).toBeVisible()
  expect(await pathsShown(page)).toEqual(before)
  await news.click()
  await expect(rows(page)).toHaveCount(before.length + 1)
  await page.close()
  await installation.stop()
})
