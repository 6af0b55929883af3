import type { Page } from '@playwright/test'
import { areAlive, CONTROLS } from '../../e2e/alive'
import { pressWord } from './hands'

type Counted = Window & { interactions: Map<number, number> }

const CANDIDATES = 12
/** Milliseconds between one press and the next: an hour with its listening left out. */
const PAUSE_MS = 250
const NOTE = 'Ran the night shift alone, twice.'
const SOUGHT = 'night'
/** The browser tells of none that took less. */
const LEAST_MS = 16

/**
 * An hour of reviewing, but for the time in which somebody only listens: milliseconds from each press to what was drawn next, as the
 * browser counts them (Interaction to Next Paint); those under 16 count as 16.
 */
export async function reviewForAnHour(
  page: Page,
  { origin, ids }: { origin: string; ids: string[] },
): Promise<number[]> {
  await page.addInitScript(countInteractions)
  await page.goto(`${origin}/candidates/${ids[0]}?recording=yes&state=ready`)
  while (!(await page.locator(CONTROLS).evaluateAll(areAlive))) await page.waitForTimeout(PAUSE_MS)
  for (let done = 0; done < Math.min(CANDIDATES, ids.length); done++) {
    await page.locator('[data-segment]').first().waitFor()
    await page.waitForTimeout(PAUSE_MS)
    await listen(page)
    await find(page)
    await note(page)
    await press(page, String(1 + (done % 4)))
    await press(page, ']')
  }
  return page.evaluate((least) => {
    const { interactions } = window as unknown as Counted
    const { interactionCount } = performance as unknown as { interactionCount: number }
    const told = [...interactions.values()]
    return [...told, ...Array.from({ length: Math.max(0, interactionCount - told.length) }, () => least)]
  }, LEAST_MS)
}

/** In the page: an interaction is the longest of the events that it consists of. */
function countInteractions() {
  const interactions = new Map<number, number>()
  Object.assign(window, { interactions })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration } = entry as PerformanceEventTiming
      if (interactionId) interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0))
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

async function listen(page: Page) {
  for (const key of [' ', 'l', 'l', 'n', 'n', 'p', 'x', 'x', 'j']) await press(page, key)
  for (const segment of [2, 4]) {
    await pressWord(page, `[data-segment="${segment}"] p`)
    await page.waitForTimeout(PAUSE_MS)
  }
  await press(page, ' ')
}

async function find(page: Page) {
  await press(page, '/')
  for (const letter of SOUGHT) await press(page, letter)
  for (const key of ['Enter', 'Enter', 'Escape']) await press(page, key)
}

async function note(page: Page) {
  await press(page, 'c')
  await page.keyboard.type(NOTE, { delay: 80 })
  await press(page, 'Control+Enter')
}

async function press(page: Page, key: string) {
  await page.keyboard.press(key)
  await page.waitForTimeout(PAUSE_MS)
}
