import type { Clock } from '../clock'

/** A clock in which sleeping takes no time but is remembered; every random number is `random`. */
export function givenClock({ random = 0.5 } = {}) {
  const began = Date.parse('2026-11-23T12:00:00Z')
  let now = 0
  const slept: number[] = []
  const clock: Clock = {
    now: () => now,
    date: () => began + now,
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
  }
  return { clock, slept, pass: (ms: number) => (now += ms) }
}
