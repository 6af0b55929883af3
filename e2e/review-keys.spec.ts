import type { Route } from '@playwright/test'
import { givenCandidatePage, mediaOf, restoreWords } from './candidate-page'
import { expect, test } from './test'

test('the keys stay the player’s after the mouse was used', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Forward 10 seconds' }).click()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeCloseTo(15, 1)
  await page.getByRole('slider', { name: 'Position in the recording' }).click()
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('the panel that a wide screen shows is the one whose tab is chosen', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Summary')
  await expect(page.getByRole('tabpanel', { name: 'Summary' })).toBeVisible()
  await page.getByRole('tab', { selected: true }).press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Scores', selected: true })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Scores' })).toBeVisible()
})

test('by keyboard alone an utterance is selected, its words are acted on, and the way leads back', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  const segment = page.locator('[data-segment="2"]')
  await page.locator('[data-segment="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(segment).toBeFocused()
  await page.keyboard.press('s')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(bar).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(bar.getByRole('button', { name: 'Play' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(segment).toBeFocused()
})

test('what is copied by keyboard says so where the focus stays, and correcting leads back to the utterance', async ({
  page,
  shared,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await givenCandidatePage(page, shared)
  const segment = page.locator('[data-segment="3"]')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await segment.focus()
  await page.keyboard.press('s')
  await bar.getByRole('button', { name: 'Copy quote' }).press('Enter')
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeFocused()
  await expect(bar.getByRole('button', { name: 'Copy quote' })).toBeVisible()

  await bar.getByRole('button', { name: 'Correct' }).press('Enter')
  await page.keyboard.type('What was really said here')
  await page.keyboard.press('Enter')
  await expect(segment).toContainText('What was really said here')
  await expect(bar).toBeHidden()
  await expect(segment).toBeFocused()
  await restoreWords(segment)
  await expect(segment).not.toContainText('What was really said here')
})

test('who goes on to something else while a correction is saved stays there', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const held: Route[] = []
  await page.route(/\/corrections\//, (route) => void held.push(route), { times: 1 })
  const segment = page.locator('[data-segment="4"]')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await segment.focus()
  await page.keyboard.press('s')
  await bar.getByRole('button', { name: 'Correct' }).press('Enter')
  await page.keyboard.type('Saved behind one’s back')
  await page.keyboard.press('Enter')
  const find = page.getByLabel('Find in transcript')
  await find.focus()
  await expect.poll(() => held.length).toBe(1)
  await held[0]?.continue()
  await expect(segment).toContainText('Saved behind one’s back')
  await expect(bar).toBeHidden()
  await expect(find).toBeFocused()
  await restoreWords(segment)
  await expect(segment).not.toContainText('Saved behind one’s back')
})

test('keys mean the same on a layout without Latin letters, and what an input method takes opens nothing', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  const press = (init: Record<string, string | number | boolean>) =>
    page.evaluate((event) => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }))
    }, init)
  await press({ key: 'л', code: 'KeyK' })
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await press({ key: '.', code: 'Slash' })
  await expect(page.getByLabel('Find in transcript')).toBeFocused()
  await press({ key: 'л', code: 'KeyK', ctrlKey: true })
  const palette = page.getByRole('dialog', { name: 'Jump to' })
  await expect(palette).toBeVisible()
  // As Safari sends the key that ends a composition.
  for (const key of ['Enter', 'Escape']) {
    await press({ key, code: key, keyCode: 229 })
    await expect(palette).toBeVisible()
  }
  await press({ key: 'Escape', code: 'Escape' })
  await expect(palette).toBeHidden()
})
