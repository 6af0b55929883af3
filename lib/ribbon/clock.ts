import { setTimeout } from 'node:timers/promises'

/** What retrying needs of the world, so that its tests need not wait. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number
  sleep: (ms: number) => Promise<void>
  /** At least 0, less than 1. */
  random: () => number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => setTimeout(ms),
  random: () => Math.random(),
}
