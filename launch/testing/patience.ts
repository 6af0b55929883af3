import { vi } from 'vitest'

const LONGEST_MS = 60_000
const { waitFor } = vi

/** Vitest gives up after a second, and has no setting for it: what is waited for takes longer on a busy machine. */
vi.waitFor = (callback, options) => {
  const given = typeof options === 'number' ? { timeout: options } : options
  return waitFor(callback, { timeout: LONGEST_MS, ...given })
}
