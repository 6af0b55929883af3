import type { Page } from '@playwright/test'

/** Milliseconds for which a page says what was just done, and offers to undo it. */
const OFFERED = [8_000, 10_000]

/** Pages that are opened from now on go on saying it: how long a busy machine takes to read and press what is offered is no matter. */
export async function linger(pages: Pick<Page, 'addInitScript'>) {
  await pages.addInitScript((offered) => {
    const later = window.setTimeout.bind(window)
    window.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
      offered.includes(ms) ? 0 : later(run, ms, ...rest)) as typeof setTimeout
  }, OFFERED)
}
