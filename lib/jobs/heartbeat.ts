import 'server-only'

const BEAT_EVERY_MS = 5_000
/** A beat so late means that the process stood still: a sleeping laptop, a paused machine, SIGSTOP. */
const PAUSED_MS = 2 * BEAT_EVERY_MS

/** Calls `beat` every five seconds until `stop`; `wasPaused` tells whether the process stood still. */
export function startHeartbeat(beat: () => void) {
  let last = readClocks()
  let wasPaused = false
  const look = () => {
    const now = readClocks()
    wasPaused ||= now.monotonic - last.monotonic > PAUSED_MS || now.wall - last.wall > PAUSED_MS
    last = now
  }
  const timer = setInterval(() => {
    look()
    beat()
  }, BEAT_EVERY_MS)

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
