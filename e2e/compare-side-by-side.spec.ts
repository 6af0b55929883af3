// Two to six finalists.
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { givenQuestion, test } from './compared'
import { MEMBERS, STOCKER } from './installation'
import { expect, giveSession } from './test'

const matrixOf = z.object({ rows: z.array(z.object({ interview: z.string(), plays: z.boolean() })) })

/** The first stockers with a recording, as they stand in the matrix. */
async function givenFinalists(page: Page, count: number) {
  const { rows } = matrixOf.parse(await (await page.request.get(`/api/flows/${STOCKER}/matrix`)).json())
  return rows
    .filter(({ plays }) => plays)
    .map(({ interview }) => interview)
    .slice(0, count)
}

const columns = (page: Page) =>
  page.getByRole('table', { name: 'What each candidate answered' }).getByRole('columnheader')
const sounding = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter(({ paused }) => !paused).length,
  )

test('who is ticked in the matrix stands side by side, the link carries the choice, and one of them is heard at a time', async ({
  page,
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
  await untilAlive(page)
  const ticks = page.getByRole('region', { name: 'Matrix' }).getByRole('checkbox')
  for (const place of [1, 3, 5]) await ticks.nth(place).check()
  await page
    .getByRole('navigation', { name: 'View' })
    .getByRole('link', { name: /Side by side/ })
    .click()
  await expect(columns(page)).toHaveCount(3)
  const names = await columns(page).allInnerTexts()

  await page.goto(page.url())
  await untilAlive(page)
  await expect(columns(page)).toHaveCount(3)
  await expect(columns(page)).toHaveText(names, { useInnerText: true })
  await expect(
    page
      .getByText('not asked')
      .or(page.getByRole('button', { name: /^Play the answer/ }))
      .first(),
  ).toBeVisible()

  const answers = page.getByRole('button', { name: /^Play the answer/ })
  await answers.first().click()
  await expect.poll(() => sounding(page)).toBe(1)
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(1)
  await answers.first().click()
  await expect.poll(() => sounding(page)).toBe(1)
  await expect(page.locator('td[aria-current=true]')).toHaveCount(1)

  await columns(page)
    .last()
    .getByRole('button', { name: /^Leave/ })
    .click()
  await expect(columns(page)).toHaveCount(2)
  await expect.poll(() => new URL(page.url()).searchParams.get('ids')?.split(',')).toHaveLength(2)
})

test('on a phone the question stays above its answers, whichever of them is read', async ({ page, installation }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  await page.setViewportSize({ width: 390, height: 844 })
  const ids = await givenFinalists(page, 3)
  await page.goto(`/compare?flow=${STOCKER}&view=side&ids=${ids.join()}`)
  await untilAlive(page)
  await expect(columns(page)).toHaveCount(3)
  const region = page.getByRole('region', { name: 'Side by side' })
  const head = region.getByRole('heading', { level: 2, name: /^3/ })
  // Until its answers have begun to leave the window.
  await head.evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' })
    heading.closest('section')?.scrollBy({ top: 20 })
  })
  for (const aside of [0, 320]) {
    await region.evaluate((section, left) => section.scrollTo({ left }), aside)
    await expect(head).toBeInViewport({ ratio: 1 })
    const isCovered = () =>
      head.evaluate((heading) => {
        const { left, top, width, height } = heading.getBoundingClientRect()
        return !heading.contains(document.elementFromPoint(left + width / 3, top + height / 2))
      })
    await expect.poll(isCovered).toBe(false)
  }
})

test('on a phone the answer that is heard is named, and closed, in the bar that plays it', async ({
  page,
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  await page.setViewportSize({ width: 390, height: 844 })
  const ids = await givenFinalists(page, 2)
  await page.goto(`/compare?flow=${STOCKER}&view=side&ids=${ids.join()}`)
  await untilAlive(page)
  await page
    .getByRole('button', { name: /^Play the answer/ })
    .first()
    .click()
  const answer = page.getByRole('article', { name: /^Answer of / })
  const close = answer.getByRole('button', { name: 'Close the answer' })
  for (const inBar of [answer.getByRole('heading'), close, answer.getByRole('button', { name: 'Pause' })])
    await expect(inBar).toBeInViewport({ ratio: 1 })
  await close.click()
  await expect(answer).toHaveCount(0)
  await expect.poll(() => sounding(page)).toBe(0)
})

test('an answer is rated in its column, and what the link names and is not there is said', async ({
  page,
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  const [one, other] = await givenFinalists(page, 2)
  await page.goto(`/compare?flow=${STOCKER}&view=side&ids=${one},${other},nobody`)
  await untilAlive(page)
  await expect(page.getByText('1 of the chosen candidates is not here')).toBeVisible()
  await page
    .getByRole('button', { name: /^Play the answer/ })
    .first()
    .click()
  await page.keyboard.press('3')
  await expect(page.getByText(/rated 3$/)).toBeVisible()
  await expect(columns(page).first()).toContainText('1 of')
  await page.keyboard.press('z')
  await expect(columns(page).first()).toContainText('0 of')
})
