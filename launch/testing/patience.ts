import { vi } from 'vitest'
import { LIMITS } from './limits'

const { waitFor } = vi

/** Vitest gives up after a second, and has no setting for it: what is waited for takes longer on a busy machine. */
vi.waitFor = (callback, options) => {
  const given = typeof options === 'number' ? { timeout: options } : options
  return waitFor(callback, { timeout: LIMITS.expect.poll.timeout, ...given })
}
