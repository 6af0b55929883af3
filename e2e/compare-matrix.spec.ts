// Candidates by questions.
import type { Locator } from '@playwright/test'
import { untilAlive } from './alive'
import { givenQuestion, test } from './compared'
import { MEMBERS, STOCKER } from './installation'
import { expect, giveSession } from './test'

test('a cell of the matrix plays, and the matrix is sorted by any column', async ({ page, installation }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
  await untilAlive(page)
  const column = page.getByRole('columnheader', { name: /^3 / })
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  const cell = page.locator('[data-row="0"][data-cell="2"]')
  await cell.focus()
  await page.keyboard.press('Enter')
  const strip = page.getByRole('region', { name: 'Answer' })
  await expect(strip.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('on a phone the open answer is read above what plays, rates and closes it, all in the thumb’s reach, and its cell stays in sight', async ({
  page,
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
  await untilAlive(page)
  const cells = page.getByRole('region', { name: 'Matrix' }).locator('[data-cell="5"]')
  const row = await cells
    .filter({ hasText: /\d:\d\d$/ })
    .last()
    .getAttribute('data-row')
  const cell = cells.and(page.locator(`[data-row="${row}"]`))
  await cell.click()
  const strip = page.getByRole('region', { name: 'Answer' })
  const close = strip.getByRole('button', { name: 'Close the answer' })
  for (const control of [
    close,
    strip.getByRole('button', { name: 'Pause' }),
    strip.getByRole('button', { name: '5 of 5' }),
  ]) {
    await expect(control).toBeInViewport({ ratio: 1 })
    await expect.poll(async () => (await control.boundingBox())?.y).toBeGreaterThan(844 * 0.6)
  }
  const words = strip.locator('[data-segment]').first()
  for (const seen of [words, cell]) {
    await expect(seen).toBeInViewport({ ratio: 1 })
    // The matrix makes room for the answer once that is drawn.
    await expect.poll(() => isCovered(seen)).toBe(false)
  }
  await strip.getByRole('button', { name: '5 of 5' }).click()
  await expect(cell).toContainText('rated 5')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(cell).not.toContainText('rated')
  await close.click()
  await expect(strip).toHaveCount(0)
})

test('who is ticked by a letter goes on to be once names are shown, and once they are hidden again', async ({
  page,
  installation,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(installation, { email: MEMBERS[1], place: 0 })
  const hide = (hidden: boolean) =>
    page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers: { origin: installation.origin } })
  await hide(true)
  try {
    await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
    await untilAlive(page)
    const lines = page.getByRole('region', { name: 'Matrix' }).getByRole('rowheader')
    for (const place of [1, 3]) await lines.nth(place).getByRole('checkbox').check()
    const ticked = lines.filter({ has: page.getByRole('checkbox', { checked: true }) })
    const letters = await ticked.allInnerTexts()
    expect(letters).toEqual([
      expect.stringMatching(/^Candidate [A-Z]{4,}$/),
      expect.stringMatching(/^Candidate [A-Z]{4,}$/),
    ])

    await page.getByRole('button', { name: 'Show names to everybody' }).click()
    await expect(lines.filter({ hasText: /^Candidate [A-Z]{4,}$/ })).toHaveCount(0)
    await expect(ticked).toHaveCount(2)
    await page.getByRole('button', { name: 'Hide names for everybody' }).click()
    await expect(ticked).toHaveText(letters)
  } finally {
    await hide(false)
  }
})

/** Whether a finger in its middle hits something else. */
function isCovered(seen: Locator): Promise<boolean> {
  return seen.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return !element.contains(hit)
  })
}
