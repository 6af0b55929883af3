import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import type { JobProgress } from './job'

export type JobState = {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  attempts: number
  /** Null until the first report of the attempt under way. */
  progress: JobProgress | null
  /** Of `lib/errors.ts`; null when the last attempt has not failed. */
  lastFailureCode: string | null
}

/** Null when there is none, or none any more. */
export async function findJob(id: string): Promise<JobState | null> {
  const [row] = await db().select().from(jobs).where(eq(jobs.id, id))
  if (!row) return null
  const { attempts, lastFailureCode, done, total, outcome, claim } = row
  const progress = done === null ? null : { done, total }
  return { state: outcome ?? (claim === null ? 'waiting' : 'running'), attempts, progress, lastFailureCode }
}
