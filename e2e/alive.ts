import { expect, type Page } from '@playwright/test'

export const CONTROLS = 'body :is(a, button, input, textarea)'

/**
 * Waits until the page's script is there: what is pressed or typed before is lost, as it is to people. React keeps what it knows
 * of an element on the element itself, and by then the page hears its keys.
 */
export async function untilAlive(page: Page) {
  const controls = page.locator(CONTROLS)
  await expect.poll(() => controls.evaluateAll(areAlive)).toBe(true)
}

/** Runs in the page. */
export function areAlive(controls: Element[]): boolean {
  return (
    controls.length > 0 &&
    controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))
  )
}
