import type { Page } from '@playwright/test'

/** Milliseconds after which pages look for what is new, by themselves. */
const LOOKS = [10_000, 15_000, 20_000]

/**
 * Pages that are opened from now on look for what is new every second: that they do, and what they then show, is tested, not how
 * often. `from` are milliseconds: nor do they wait longer for anything else that would take as long, as to ask again what failed.
 */
export async function hurry(pages: Pick<Page, 'addInitScript'>, { from = Number.MAX_VALUE } = {}) {
  await pages.addInitScript(
    ({ looks, from: longest }) => {
      const [later, again] = [window.setTimeout.bind(window), window.setInterval.bind(window)]
      const soon = (ms = 0) => (looks.includes(ms) || ms >= longest ? 1_000 : ms)
      window.setTimeout = ((run: () => void, ms?: number, ...rest: []) =>
        later(run, soon(ms), ...rest)) as typeof setTimeout
      window.setInterval = ((run: () => void, ms?: number, ...rest: []) =>
        again(run, soon(ms), ...rest)) as typeof setInterval
    },
    { looks: LOOKS, from },
  )
}
