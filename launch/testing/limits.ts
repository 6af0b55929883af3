/** Milliseconds. They end what hangs: a busy machine is not a failure. */
export const LIMITS = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } }
