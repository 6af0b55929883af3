import type { Page, Route } from '@playwright/test'
import { FIRST_ROWS } from '../components/candidates/table/first-rows'
import { PAGE } from '../lib/interviews/list/sort'
import { list, openList, rows } from './candidate-list'
import { expect, test } from './test'

const mediaIn = (page: Page) =>
  page.getByLabel('Recording', { exact: true }).evaluate((element) => {
    const { currentTime, paused } = element as HTMLMediaElement
    return { time: currentTime, paused }
  })

test('a click on what a search found plays that very word', async ({ page, shared }) => {
  await openList(page, shared)
  await page.getByLabel('Search every transcript').fill('night purser')
  const moment = page.getByRole('listitem').filter({ hasText: 'purser' }).first()
  await expect(moment.locator('mark', { hasText: 'purser' })).toBeVisible()
  await expect(moment.getByRole('img', { name: 'Play' })).toBeVisible()
  const start = Number(
    new URL((await moment.getByRole('link').getAttribute('href')) ?? '', shared.origin).searchParams.get('t'),
  )
  expect(start).toBeGreaterThan(0)

  await moment.getByRole('link').click()
  await expect(page).toHaveURL(/\/candidates\/.+[?&]t=/)
  await expect.poll(() => mediaIn(page).then(({ time }) => time)).toBeGreaterThan(start + 0.2)
  expect(await mediaIn(page)).toMatchObject({ paused: false })
  // Who comes by the address alone has asked for nothing to play.
  await page.reload()
  await expect.poll(() => mediaIn(page).then(({ time }) => time)).toBeCloseTo(start, 0)
  expect(await mediaIn(page)).toMatchObject({ paused: true })
})

test('what is typed while a search is on its way is searched for once, as it stands then', async ({ page, shared }) => {
  await page.clock.install()
  await openList(page, shared)
  await page.clock.pauseAt(Date.now() + MINUTE_MS)
  const asked: (string | null)[] = []
  const held: Route[] = []
  await page.route(/\/api\/interviews\?/, (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('q'))
    return asked.length === 1 ? void held.push(route) : route.continue()
  })
  const box = page.getByLabel('Search every transcript')
  await box.pressSequentially('nig')
  await untilAsked(page, { asked, count: 1 })
  await box.pressSequentially('ht purser')
  for (const route of held) await route.continue()
  await untilAsked(page, { asked, count: 2 })
  await page.clock.resume()
  await expect(page.locator('mark', { hasText: 'purser' }).first()).toBeVisible()
  await expect(page).toHaveURL(/q=night\+purser/)
  expect(asked).toEqual(['nig', 'night purser'])
})

test('a word that is typed letter by letter begins with the rows in sight, and is read on as a whole alone', async ({
  page,
  shared,
}) => {
  // The beginning of everybody's domain.
  const word = 'exam'
  const { total: found = 0 } = await list(shared, `q=${word}`)
  expect(found).toBeGreaterThan(FIRST_ROWS)
  // Its end is near enough to be read on at once.
  await page.setViewportSize({ width: 1440, height: 4_000 })
  await page.clock.install()
  await openList(page, shared)
  await page.clock.pauseAt(Date.now() + MINUTE_MS)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams: search } = new URL(request.url())
    const part = search.has('cursor') ? 'the rest' : search.get('limit')
    if (pathname === '/api/interviews') asked.push(`${search.get('q')}: ${part}`)
  })
  for (const [index, letter] of Array.from(word).entries()) {
    await page.getByLabel('Search every transcript').press(letter)
    await untilAsked(page, { asked, count: index + 1 })
  }
  const firstRows = ['e', 'ex', 'exa', 'exam'].map((text) => `${text}: ${FIRST_ROWS}`)
  await untilAsked(page, { asked, count: 5 })
  expect(asked).toEqual([...firstRows, 'exam: the rest'])
  await expect(rows(page)).toHaveCount(Math.min(found, FIRST_ROWS + PAGE))
})

const MINUTE_MS = 60_000
const STEP_MS = 50

/** As little time as it takes, of a clock that stands still, until so much has been asked. */
const untilAsked = (page: Page, { asked, count }: { asked: unknown[]; count: number }) =>
  expect(async () => {
    await page.clock.runFor(STEP_MS)
    expect(asked).toHaveLength(count)
  }).toPass({ intervals: [STEP_MS] })

test('where the browser refuses to play by itself the moment is cued, and a sentence says so', async ({
  page,
  shared,
}) => {
  await openList(page, shared, `/candidates?q=${encodeURIComponent('night purser')}`)
  await page.evaluate(() => {
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('not without a gesture', 'NotAllowedError'))
  })
  const link = page.getByRole('listitem').filter({ hasText: 'purser' }).first().getByRole('link')
  const start = Number(new URL((await link.getAttribute('href')) ?? '', shared.origin).searchParams.get('t'))
  await link.click()
  await expect(page.getByText('The browser lets nothing play by itself here. Press Play.')).toBeVisible()
  await expect.poll(() => mediaIn(page).then(({ time }) => time)).toBeCloseTo(start, 0)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('where nothing can be played no moment says that it plays, and its link leads to the words', async ({
  page,
  shared,
}) => {
  const { items = [] } = await list(shared, 'q=the&recording=no&state=ready')
  expect(items.length).toBeGreaterThan(0)
  await openList(page, shared, '/candidates?q=the&recording=no&state=ready')
  const moments = page.locator('tbody').getByRole('listitem').getByRole('link')
  await expect(moments.first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'Play' })).toHaveCount(0)
})
