import { z } from 'zod'

/** In units of the job's own; `total` is null while nobody knows. */
export type JobProgress = { done: number; total: number | null }

export type Run = {
  /** Fires when the work is to stop: it was cancelled, its replica stops, or another one has taken it over. */
  signal: AbortSignal
  /** Shows that the work goes on, and how far it is. Throws once it is to stop. */
  report: (progress?: JobProgress) => Promise<void>
  /** Whether the process stood still meanwhile: how long something took says nothing then. */
  wasPaused: () => boolean
}

/** A kind of work. What is in the table outlives a version: another payload is another kind. */
export type Job<Payload = unknown> = {
  kind: string
  payload: z.ZodType<Payload>
  /** So many of the kind may run at once in one replica. */
  atOnce: number
  /** Seconds until the next attempt when so many have failed; null: it is given up. */
  retryAfter: (attempts: number) => number | null
  /** What no further attempt would change. */
  isFinal?: (error: unknown) => boolean
  /** Seconds. A run that is due later than this is due now: a clock was set back. */
  longestWait: () => number
  /** Seconds from one run of a recurring job to the next; it is there once for all replicas, from their start on. */
  every?: () => number
  /** A recurring job may say in how many seconds it runs again. Throws what it fails with; may run again after it has succeeded. */
  run(payload: Payload, run: Run): Promise<number | void>
}

/** 2, 4, 8 … seconds after each failed attempt but the last. */
export function backoff(mostAttempts: number): Pick<Job, 'retryAfter' | 'longestWait'> {
  return {
    retryAfter: (attempts) => (attempts >= mostAttempts ? null : 2 ** attempts),
    longestWait: () => 2 ** mostAttempts,
  }
}

/** Runs every so many seconds; while it fails later and later, up to `longestSeconds`. */
export function recurring(seconds: number, longestSeconds = seconds): Omit<Job<object>, 'kind' | 'run'> {
  return {
    payload: z.object({}),
    atOnce: 1,
    every: () => seconds,
    retryAfter: (attempts) => Math.min(seconds * 2 ** attempts, longestSeconds),
    longestWait: () => longestSeconds,
  }
}
