import { expect, type Page } from '@playwright/test'

/**
 * Waits until the page's script is there: what is pressed or typed before is lost, as it is to people. React keeps what it knows
 * of an element on the element itself, and by then the page hears its keys.
 */
export async function untilAlive(page: Page) {
  const controls = page.locator('body :is(a, button, input, textarea)')
  await expect.poll(() => controls.evaluateAll(areAlive)).toBe(true)
}

function areAlive(controls: Element[]): boolean {
  return (
    controls.length > 0 &&
    controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))
  )
}
