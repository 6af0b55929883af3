// Candidates by questions.
import { untilAlive } from './alive'
import { givenQuestion } from './compared'
import { MEMBERS, STOCKER } from './installation'
import { expect, giveSession, test } from './test'

test('a cell of the matrix plays, and the matrix is sorted by any column', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
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

test('who is ticked by a letter goes on to be once names are shown, and once they are hidden again', async ({
  page,
  shared,
}) => {
  await giveSession(page, MEMBERS[1])
  await givenQuestion(shared, { email: MEMBERS[1], place: 0 })
  const hide = (hidden: boolean) =>
    page.request.put(`/api/flows/${STOCKER}/names`, { data: { hidden }, headers: { origin: shared.origin } })
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
