import { givenCandidatePage } from './candidate-page'
import { expect, test } from './test'

test.use({ viewport: { width: 390, height: 844 } })

test('on a phone the player covers neither the end of the transcript nor the way back to it, and the tabs stay', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.mouse.move(200, 300)
  await page.mouse.wheel(0, 100_000)
  const follow = page.getByRole('button', { name: 'Follow' })
  await expect(follow).toBeVisible()
  const player = await page.getByRole('region', { name: 'Player' }).boundingBox()
  const last = page.locator('[data-segment]').last()
  for (const covered of [follow, last]) {
    await expect
      .poll(async () => {
        const box = await covered.boundingBox()
        return box && player ? box.y + box.height <= player.y : false
      })
      .toBe(true)
  }
  await expect(page.getByRole('tab', { name: 'Transcript', selected: true })).toBeInViewport({ ratio: 1 })
})

test('on a phone the transcript yields to the keys that scroll the window, wherever the focus is', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const follow = page.getByRole('button', { name: 'Follow' })
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(follow).toHaveCount(0)
  await page.keyboard.press('PageDown')
  await expect(follow).toBeVisible()
})

test('on a phone the transcript goes on following while another panel is scrolled', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('tab', { name: 'Questions' }).click()
  await page.mouse.move(200, 300)
  await page.mouse.wheel(0, 200)
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await expect(page.locator('[data-segment][aria-current=true]').first()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Follow' })).toHaveCount(0)
})

test('on a phone what is deleted can be brought back from wherever in the notes it was', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('tab', { name: /Notes/ }).click()
  for (const number of Array.from({ length: 10 }).keys()) {
    await page.getByRole('button', { name: 'Add a note at this moment' }).click()
    await page.getByRole('textbox', { name: 'New note' }).fill(`Phone ${number}`)
    await page.getByRole('button', { name: 'Add note' }).click()
  }
  const last = page.getByRole('article').filter({ hasText: 'Phone 9' })
  await last.getByRole('button', { name: 'Delete' }).click()
  await expect(last).toHaveCount(0)
  await page.mouse.wheel(0, 100_000)
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(last).toBeVisible()
})
