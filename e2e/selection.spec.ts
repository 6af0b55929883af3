import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { links, rows, untilDrawn } from './candidate-list'
import { MEMBERS } from './installation'
import { testOnItsOwn } from './own-installation'
import { expect, giveSession } from './test'

const [, RECRUITER, REVIEWER] = MEMBERS
const FLOW = 'Produce stocker'

/** Since assignments are everybody's. */
const test = testOnItsOwn()

async function openList(page: Page, search: string) {
  await giveSession(page, RECRUITER)
  await page.goto(`/candidates?${search}`)
  await untilAlive(page)
  await untilDrawn(page)
}

const barOf = (page: Page) => page.getByRole('toolbar', { name: 'Selected interviews' })

async function tick(page: Page, count: number) {
  await links(page).first().focus()
  await page.keyboard.press('x')
  for (let more = 1; more < count; more++) await page.keyboard.press('Shift+J')
  await expect(barOf(page).getByRole('status')).toHaveText(`${count} selected`)
}

test('on the keyboard alone the ticked interviews are assigned by hand with a day, and taken back', async ({
  page,
}) => {
  await openList(page, 'sort=state')
  const notTaken = rows(page).filter({ hasText: 'Not taken' })
  await expect(notTaken.first()).toBeVisible()
  await links(page).first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  // What is not there yet is read before.
  await expect(barOf(page).getByRole('status')).toHaveText(/ selected$/)
  const all = await rows(page).count()
  await expect(barOf(page).getByRole('status')).toHaveText(`${all} selected`)
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: `Assign ${all} interviews` })
  const others = await notTaken.count()
  await expect(dialog).toContainText(`${all - others} of ${all} to each member you choose.`)
  await expect(dialog).toContainText(`The other ${others} are not taken yet, or marked as invalid.`)
  await dialog.getByRole('checkbox', { name: REVIEWER }).press('Space')
  await dialog.getByLabel('Due (optional)').fill('2027-02-01')
  await dialog.getByRole('button', { name: 'Assign', exact: true }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText(
    `${all - others} assigned. ${others} could not be: not taken yet, invalid, or not seen by whom you chose.`,
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: REVIEWER })).toContainText(`${all - others} assigned`)

  const reviewer = await page
    .context()
    .browser()
    ?.newPage({ baseURL: new URL(page.url()).origin })
  if (!reviewer) throw new Error('no browser')
  await giveSession(reviewer, REVIEWER)
  await reviewer.goto('/review')
  await expect(reviewer.locator('[data-row]')).toHaveCount(all - others)
  await expect(reviewer.getByText(/^due /).first()).toBeVisible()

  await dialog.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(dialog.getByRole('listitem').filter({ hasText: REVIEWER })).toContainText('0 assigned')
  await reviewer.reload()
  await expect(reviewer.getByText('Nothing waits for you.')).toBeVisible()
  await reviewer.close()

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(barOf(page).getByRole('status'), 'Escape leaves the dialog alone').toHaveText(`${all} selected`)
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)
})

test('what is ticked is exported, and nothing else, in the order of the list', async ({ page }) => {
  await openList(page, 'sort=candidate&state=ready')
  const ids = await links(page).evaluateAll((all) => all.slice(0, 3).map((link) => (link as HTMLElement).dataset.row))
  await tick(page, 3)
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export 3 interviews' })
  await dialog.getByLabel('Format').selectOption('json')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const stored = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { items: { id: string }[] }
  expect(stored.items.map(({ id }) => id)).toEqual(ids)
})

test('two to six of one flow are compared side by side; of others it is said why not', async ({ page }) => {
  await openList(page, 'sort=flow&state=ready')
  await tick(page, 1)
  const compare = barOf(page).getByRole('button', { name: 'Compare' })
  await expect(compare).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('c')
  await expect(barOf(page).getByRole('alert')).toHaveText('2 to 6 can be compared side by side, and 1 is selected.')
  await page.keyboard.press('Escape')
  const ofFlow = rows(page).filter({ hasText: FLOW })
  const ids = await ofFlow
    .locator('a[data-row]')
    .evaluateAll((all) => all.slice(0, 2).map((link) => (link as HTMLElement).dataset.row))
  await ofFlow.first().locator('a[data-row]').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect(compare).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(new RegExp(`/compare\\?flow=.*view=side.*ids=${ids.join('(%2C|,)')}`))
})

test('after a tick and a status by mouse the keys go on from that row', async ({ page }) => {
  await openList(page, 'sort=candidate&state=ready')
  const row = rows(page).nth(2)
  await row.getByRole('checkbox').check()
  await page.keyboard.press('Shift+J')
  await expect(barOf(page).getByRole('status')).toHaveText('2 selected')
  await expect(links(page).nth(3)).toBeFocused()
  await row.getByRole('checkbox').uncheck()
  await page.keyboard.press('Space')
  await expect(row.getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('e')
  // What has the focus hears Escape.
  await expect(page.getByRole('dialog', { name: 'Export 2 interviews' }).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await row.getByRole('checkbox').focus()
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)

  const status = row.getByRole('button', { name: /^Status/ })
  await status.click()
  const menu = page.getByRole('dialog', { name: /^Status of/ })
  await expect(menu).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(status).toBeFocused()
  await page.keyboard.press('j')
  await expect(links(page).nth(3)).toBeFocused()
})

for (const width of [320, 390]) {
  test.describe(`with a finger at ${width} pixels`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height: 844 } })

    test('the bar keeps what fits and has the rest in its menu', async ({ page }) => {
      await openList(page, 'sort=candidate&state=ready')
      await page.getByRole('button', { name: 'Select', exact: true }).tap()
      for (const index of [0, 1]) await rows(page).nth(index).tap()
      const bar = barOf(page)
      await expect(bar.getByRole('status')).toHaveText('2 selected')
      const misplaced = () =>
        bar.locator('button:visible').evaluateAll(
          (buttons, end) =>
            buttons.flatMap((button) => {
              const { left, right, width, height } = button.getBoundingClientRect()
              const fits = left >= 0 && right <= end && width >= 44 && height >= 44
              return fits ? [] : [`${button.textContent}: ${left} to ${right}, ${height} high`]
            }),
          width,
        )
      await expect.poll(misplaced).toEqual([])
      await bar.getByRole('button', { name: 'More' }).tap()
      await expect(page.getByRole('menuitem')).toHaveText([/^Assign/, /^Compare/, /^Export/, /^All \d+ that match$/])
      await page.getByRole('menuitem', { name: 'Assign' }).tap()
      await expect(page.getByRole('dialog', { name: 'Assign 2 interviews' })).toBeVisible()
    })
  })
}
