import { expect } from '@playwright/test'

/** Milliseconds; outside of a test Playwright would wait five seconds only. */
const PATIENCE_MS = 120_000

/** Waits until all interviews that Ribbon has are there and can be searched: before, which of them is the first in a list is chance. */
export async function untilPulled(origin: string, cookie: string) {
  const freshness = async () =>
    (await (await fetch(`${origin}/api/freshness`, { headers: { cookie } })).json()) as object
  await expect.poll(freshness, { timeout: PATIENCE_MS }).toMatchObject({ asOf: expect.any(String), coverage: null })
}
