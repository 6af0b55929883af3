import { expect, type Page } from '@playwright/test'

/** A time tells its exact self on hover once the page's script is there to do so, also one that a narrow screen hides. */
export async function untilAlive(page: Page) {
  const time = page.locator('time').first()
  await expect(async () => {
    await time.dispatchEvent('pointerover')
    await expect(time).toHaveAttribute('title', /\d/, { timeout: 100 })
  }).toPass()
}
