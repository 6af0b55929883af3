import 'server-only'
import { log } from '../log'
import { renewLease, RENEW_EVERY_MS } from './lease'

/** A beat so late means that the process stood still: a sleeping laptop, a paused machine, SIGSTOP. */
const PAUSED_MS = 2 * RENEW_EVERY_MS

/** Keeps the lease while one reply or one transaction takes long, until `stop`; `wasPaused` tells whether the process stood still. */
export function startHeartbeat(holder: string) {
  let last = readClocks()
  let wasPaused = false
  const look = () => {
    const now = readClocks()
    wasPaused ||= now.monotonic - last.monotonic > PAUSED_MS || now.wall - last.wall > PAUSED_MS
    last = now
  }
  const timer = setInterval(() => {
    look()
    renewLease(holder).catch((cause: unknown) => log.warn({ cause }, 'the lease was not prolonged'))
  }, RENEW_EVERY_MS)

  return {
    wasPaused: () => {
      look()
      return wasPaused
    },
    stop: () => clearInterval(timer),
  }
}

/** While a machine sleeps its monotonic clock may stand still, and while only the process does, both go on. */
function readClocks() {
  return { monotonic: performance.now(), wall: Date.now() }
}
