import 'server-only'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { NOTHING } from '../db/nothing'
import type { AttemptsByInterview } from './attempt'
import { attemptsOf, placedAmong } from './placed'

/** Of those of these interviews that the reader sees; each with those that they see alone, and none where it is the only one. */
export async function listAttempts(reader: Reader, ids: string[]): Promise<AttemptsByInterview> {
  if (ids.length === 0) return {}
  const [row] = await db()
    .select({ placed: placedAmong(reader, ids) })
    .from(NOTHING)
  return Object.fromEntries(attemptsOf(row?.placed ?? [], ids))
}
