import { expect, type Page } from '@playwright/test'

/** A time tells its exact self on hover once the page's script is there to do so. */
export async function untilAlive(page: Page) {
  const time = page.locator('time:visible').first()
  await expect(async () => {
    await time.dispatchEvent('pointerover')
    await expect(time).toHaveAttribute('title', /\d/, { timeout: 100 })
  }).toPass()
}
