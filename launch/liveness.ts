import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'

/** Where a process that is watched shows that it lives, as a file descriptor. */
export const LIVENESS_FD = 4
const SIGN_EVERY_MS = 2_000
/** Signs: who has missed more in a row takes the process for standing still. Until the first one it may only be starting. */
const MOST_MISSED = 8
const MOST_MISSED_AT_START = 150
/** Milliseconds that the process may be busy with one thing: a little longer than the longest statement. */
const LONGEST_TURN_MS = 16 * 60_000

/** JavaScript, since a thread has none of the loaders of its process. */
const SHOW = `
  const { workerData: { turns, fd, signEveryMs, longestTurnMs } } = require('node:worker_threads')
  let [last, since] = [0, performance.now()]
  const show = () => {
    const now = Atomics.load(turns, 0)
    if (now !== last) [last, since] = [now, performance.now()]
    if (performance.now() - since > longestTurnMs) return
    try { require('node:fs').writeSync(fd, '.') } catch {}
  }
  setInterval(show, signEveryMs)
  show()`

/**
 * Shows every two seconds that this process lives, from a thread of its own: a long statement of the database holds the main
 * one. It shows so no more once that one has been held for longer than any statement may take.
 */
export function showLiveness(signEveryMs = SIGN_EVERY_MS) {
  const turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  setInterval(() => Atomics.add(turns, 0, 1), signEveryMs).unref()
  const workerData = { turns, fd: LIVENESS_FD, signEveryMs, longestTurnMs: LONGEST_TURN_MS }
  new Worker(SHOW, { eval: true, workerData, execArgv: [] }).unref()
}

/**
 * Calls `stands` once when a process shows no more that it lives for 18 seconds of this process's own time, or for five
 * minutes after it was started: after a sleep of the machine both begin again.
 */
export function watchLiveness(signs: Readable, stands: () => void) {
  let [missed, most] = [0, MOST_MISSED_AT_START]
  const timer = setInterval(() => {
    missed += 1
    if (missed <= most) return
    clearInterval(timer)
    stands()
  }, SIGN_EVERY_MS).unref()
  signs.on('data', () => ([missed, most] = [0, MOST_MISSED]))
  signs.once('close', () => clearInterval(timer))
}
