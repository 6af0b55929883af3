import type { Evidence } from './evidence'

const FEW_SECONDS = 60

/** Whether a score on so little should be read with care. */
export function isThin({ seconds, answered, questions, asked }: Evidence): boolean {
  return (seconds ?? 0) < FEW_SECONDS || (asked > 0 && answered < questions / 2)
}

/** In percent, of whole seconds, as both are shown: a reader can divide them. Null where there is nothing to divide. */
export function percentOf(seconds: number | null, length: number | null): number | null {
  if (seconds === null || !length || length < 1) return null
  return Math.round((Math.floor(seconds) / Math.floor(length)) * 100)
}
