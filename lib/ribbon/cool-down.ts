import { DebriefError } from '../errors'
import type { Clock } from './clock'

const LONGEST_WAIT_MS = 30_000
export const LONGEST_COOL_DOWN_SECONDS = 15 * 60

export type CoolDown = ReturnType<typeof createCoolDown>

/** Until when Ribbon asked not to be asked: one memory for all calls. Deadlines are the clock's milliseconds. */
export function createCoolDown(clock: Clock) {
  let until = 0
  const remaining = () => Math.max(0, until - clock.now())

  return {
    /** Throws `ribbon_rate_limited`, which says for how long. */
    refuse(cause?: number): never {
      throw new DebriefError('ribbon_rate_limited', { cause, retryAfterSeconds: Math.ceil(remaining() / 1_000) })
    },

    /** A header that asks for years must not stop us for good. */
    keepFor(ms: number) {
      until = Math.max(until, clock.now() + Math.min(ms, LONGEST_COOL_DOWN_SECONDS * 1_000))
    },

    isBearable(deadline: number) {
      return remaining() <= Math.min(LONGEST_WAIT_MS, deadline - clock.now())
    },

    /** Throws `ribbon_rate_limited` at once when nobody would wait that long. */
    async end(deadline: number) {
      if (remaining() === 0) return
      if (!this.isBearable(deadline)) this.refuse()
      await clock.sleep(remaining())
    },
  }
}
