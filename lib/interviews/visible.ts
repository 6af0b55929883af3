import 'server-only'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db, type Database, type Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { DebriefError } from '../errors'

/** The condition on `interviews` that every read carries; an interview without a team is seen only by who sees all teams. */
export function visibleTo(viewer: Viewer): SQL {
  return viewer.teams === 'all' ? sql`true` : inArray(interviews.teamId, [...viewer.teams])
}

/** Throws `interview_not_found` when absent and when another team's: a stranger must not tell them apart. */
export async function requireVisible(viewer: Viewer, id: string, on: Database | Transaction = db()): Promise<void> {
  // Postgres refuses the character, so no id has it.
  const found = id.includes('\0')
    ? []
    : await on
        .select({ id: interviews.id })
        .from(interviews)
        .where(and(visibleTo(viewer), eq(interviews.id, id)))
  if (found.length === 0) throw new DebriefError('interview_not_found')
}
