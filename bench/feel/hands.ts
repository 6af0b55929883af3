import type { Page } from '@playwright/test'

/** Milliseconds from a pointer's coming to rest on something to its press, and from one letter to the next. */
const REST_MS = 250
const STROKE_MS = 120

export const TURNS = 50

export async function pressRested(page: Page, selector: string) {
  await page.locator(selector).first().hover()
  await page.waitForTimeout(REST_MS)
  await page.mouse.down()
  await page.mouse.up()
}

/** All but the last letter, which is what is waited from. */
export async function typeUpToLast(page: Page, word: string): Promise<string> {
  const letters = Array.from(word)
  await page.keyboard.type(letters.slice(0, -1).join(''), { delay: STROKE_MS })
  await page.waitForTimeout(STROKE_MS)
  return letters.at(-1) ?? ''
}

/** The first one of what is said there. */
export function pressWord(page: Page, said: string) {
  return page
    .locator(said)
    .first()
    .click({ position: { x: 3, y: 8 } })
}
