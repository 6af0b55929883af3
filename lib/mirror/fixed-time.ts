import 'server-only'
import { log } from '../log'
import { pause } from '../pause'

/** Most of Ribbon's answers have come by then. */
export const NONE_AFTER_MS = 1_000

/**
 * What a look-up finds or throws, as soon as it does. Where there is nothing it is null 1,000 ms after `began`, by `performance.now()`,
 * whether the look-up has come to its end before or will later: the time tells nothing of what it met.
 */
export async function noneAtFixedTime<T>(lookUp: Promise<T | null>, began: number): Promise<T | null> {
  const answered = new AbortController()
  const { signal } = answered
  const late = pause(Math.max(0, began + NONE_AFTER_MS - performance.now()), signal).then(() => null)
  lookUp.catch((cause: unknown) => {
    if (signal.aborted)
      log.warn({ cause }, 'an interview could not be looked up, after its reader was told that there is none')
  })
  try {
    return (await Promise.race([lookUp, late])) ?? (await late)
  } finally {
    answered.abort()
  }
}
