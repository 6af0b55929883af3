import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../../auth/viewer'
import { isOneOf } from '../../db/among'
import { flowSettings } from '../../db/schema/flow-settings'
import { flows, teams } from '../../db/schema/interviews'
import { listeningProgress, notes } from '../../db/schema/notes'
import { statuses } from '../../db/schema/statuses'
import { invalidations } from '../../db/schema/validity'
import { candidateStatuses } from '../../db/schema/webhooks'
import { reveals, votes } from '../../db/schema/votes'
import { interviewsOf, mayKnow, seen } from '../seen'
import { isSince, type Since } from './since'

/** A change is news of each interview whose `of` is among the keys of what has changed since. */
type Source = { of: PgColumn | SQL; changedKeys: (reader: Reader, since: Since) => SQL }
type Stored = { key: PgColumn; updatedIn: PgColumn }

/** News to everybody who sees the interview. */
function ofEverybody(of: PgColumn, { key, updatedIn }: Stored): Source {
  return {
    of,
    changedKeys: (_, since) => sql`SELECT DISTINCT ${key} FROM ${key.table} WHERE ${isSince(updatedIn, since)}`,
  }
}

/** A row is one reader's alone, and so are its news. */
function ofReader({ key, updatedIn, memberId }: Stored & { memberId: PgColumn }): Source {
  const isNews = (reader: Reader, since: Since) => and(isSince(updatedIn, since), eq(memberId, reader.memberId))
  return {
    of: seen.id,
    changedKeys: (reader, since) => sql`SELECT DISTINCT ${key} FROM ${key.table} WHERE ${isNews(reader, since)}`,
  }
}

/** What a member thinks is news to themselves, and to those who may know it. */
function ofMember({ key, updatedIn, memberId }: Stored & { memberId: PgColumn }): Source {
  const isNews = (since: Since) => and(isSince(updatedIn, since), mayKnow(memberId))
  return {
    of: seen.id,
    changedKeys: (reader, since) => sql`SELECT DISTINCT ${key} FROM ${key.table}
      JOIN ${interviewsOf(reader)} ON ${eq(seen.id, key)} WHERE ${isNews(since)}`,
  }
}

/** What Ribbon says anew of a candidate is news to those who may know it. */
const ASSESSMENTS: Source = {
  of: seen.id,
  changedKeys: (reader, since) => sql`SELECT ${seen.id} FROM ${interviewsOf(reader)}
    WHERE ${and(isSince(seen.assessedIn, since), seen.showsAssessment)}`,
}

/** What Ribbon calls a candidate of a flow. */
const CANDIDATES: Source = {
  of: sql`${seen.flowId} || ' ' || ${seen.candidateEmail}`,
  changedKeys: (_, since) => sql`SELECT ${candidateStatuses.flowId} || ' ' || ${candidateStatuses.email}
    FROM ${candidateStatuses} WHERE ${isSince(candidateStatuses.updatedIn, since)}`,
}

/**
 * What rows of a list are made of besides `interviews`, and that changes without it. Whatever else a list reads changes with
 * `updated_at`.
 */
const ROW_SOURCES: Source[] = [
  ASSESSMENTS,
  ofEverybody(seen.flowId, { key: flows.id, updatedIn: flows.updatedIn }),
  ofEverybody(seen.teamId, { key: teams.id, updatedIn: teams.updatedIn }),
  CANDIDATES,
  ofEverybody(seen.id, { key: statuses.interviewId, updatedIn: statuses.updatedIn }),
  ofEverybody(seen.id, { key: invalidations.interviewId, updatedIn: invalidations.updatedIn }),
  ofEverybody(seen.flowId, { key: flowSettings.flowId, updatedIn: flowSettings.updatedIn }),
  ofMember({ key: notes.interviewId, updatedIn: notes.updatedIn, memberId: notes.authorId }),
  ofMember({ key: votes.interviewId, updatedIn: votes.updatedIn, memberId: votes.memberId }),
  ofReader({ key: reveals.interviewId, updatedIn: reveals.updatedIn, memberId: reveals.memberId }),
  ofReader({
    key: listeningProgress.interviewId,
    updatedIn: listeningProgress.updatedIn,
    memberId: listeningProgress.memberId,
  }),
]

/** For each of them the keys of what has changed since, as a JSON array of arrays. */
export function changedSources(reader: Reader, since: Since): SQL {
  const keys = ROW_SOURCES.map(({ changedKeys }) => sql`ARRAY(${changedKeys(reader, since)})`)
  return sql`jsonb_build_array(${sql.join(keys, sql`, `)})`
}

/** That an interview's row is not as it was: by itself, or by what it is made of besides, of which these have changed. */
export function isRowSince(since: Since, changed: string[][]): SQL {
  const conditions = ROW_SOURCES.flatMap(({ of }, index) => {
    const keys = changed[index] ?? []
    return keys.length === 0 ? [] : [isOneOf(of, keys)]
  })
  return sql`(${sql.join([isSince(seen.updatedIn, since), ...conditions], sql` OR `)})`
}
