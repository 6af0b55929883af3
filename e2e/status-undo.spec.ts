import { links } from './candidate-list'
import { holdScripts, onlyAskedScripts } from './late-scripts'
import { testOnItsOwn } from './own-installation'
import { adminSets, button, idOf, openNew, statusOf, words } from './statuses'
import { expect } from './test'

/** Since statuses are everybody's. */
const test = testOnItsOwn()

test('Z takes back what the server has although its answer was lost', async ({ page, installation }) => {
  await openNew(page, installation)
  const id = await idOf(page, 0)
  await page.route('**/api/statuses', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(button(page, 0)).toHaveText('ShortlistedNot sent yet')
  await expect.poll(() => statusOf(installation, id)).toBe('shortlisted')
  await page.keyboard.press('z')
  await expect(button(page, 0)).toHaveText('New')
  await expect.poll(() => statusOf(installation, id)).toBe('new')
})

test('Z takes back what was just set though the script of what says so has not come', async ({
  page,
  installation,
}) => {
  await onlyAskedScripts(page)
  await openNew(page, installation)
  const id = await idOf(page, 0)
  await holdScripts(page)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(button(page, 0)).toHaveText('Shortlisted')
  await expect.poll(() => statusOf(installation, id)).toBe('shortlisted')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(button(page, 0)).toHaveText('New')
  await expect.poll(() => statusOf(installation, id)).toBe('new')
})

test('of three of whom a colleague was faster with one, the others can be undone beside the question', async ({
  page,
  installation,
}) => {
  await openNew(page, installation)
  const id = await idOf(page, 1)
  // What it is told of every now and then does not come in between.
  await page.route('**/api/interviews/news?*', () => {})
  await adminSets(installation, id, 'declined')
  await links(page).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  await page.getByRole('toolbar', { name: 'Selected interviews' }).getByRole('button', { name: 'Status' }).click()
  await expect(page.getByRole('dialog', { name: 'Status of 3' })).toBeVisible()
  await page.keyboard.press('h')

  const said = page.getByRole('alert').filter({ hasText: 'declined' })
  await expect(said).toContainText('2 put on hold')
  await expect(said.getByRole('button', { name: 'Put on hold anyway' })).toBeVisible()
  await expect.poll(() => words(page, 0, 1, 2)).toEqual(['On hold', 'Declined', 'On hold'])
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => words(page, 0, 1, 2)).toEqual(['New', 'Declined', 'New'])
  await said.getByRole('button', { name: 'Leave it' }).click()
  await expect(said).toHaveCount(0)
  await expect.poll(() => statusOf(installation, id)).toBe('declined')
})
