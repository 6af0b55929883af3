import { setTimeout } from 'node:timers/promises'

/** What retrying needs of the world, so that its tests need not wait. */
export type Clock = {
  /** Milliseconds from any beginning: durations and deadlines don't care when somebody sets the clock. */
  now: () => number
  /** Milliseconds since 1970. */
  date: () => number
  sleep: (ms: number) => Promise<void>
  /** At least 0, less than 1. */
  random: () => number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (ms) => setTimeout(ms),
  random: () => Math.random(),
}
