import type { Page, Route } from '@playwright/test'

/** From the next page on no script comes by itself after two seconds, but only once something asks for it. */
export async function onlyAskedScripts(page: Page) {
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    window.setTimeout = ((run: () => void, ms?: number) => (ms === 2_000 ? 0 : later(run, ms))) as typeof setTimeout
  })
}

/** No script arrives from now on until `release`; `count` says how many were asked for. */
export async function holdScripts(page: Page) {
  let isHeld = true
  const held: Route[] = []
  await page.route('**/*.js', (route) => (isHeld ? void held.push(route) : route.continue()))
  const release = async () => {
    isHeld = false
    for (const route of held) await route.continue()
  }
  return { count: () => held.length, release }
}
