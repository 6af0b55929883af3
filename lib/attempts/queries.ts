import 'server-only'
import { and, asc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { attemptLinks } from '../db/schema/attempts'
import { attemptKey } from '../interviews/attempt-key'
import { rowVotesOf } from '../interviews/row'
import { interviewsOf, seen, titled, titles } from '../interviews/seen'
import type { Attempt, AttemptsByInterview } from './attempt'

/** Of one candidate in one flow, the first ones. */
const MOST_ATTEMPTS = 50
/** Of all candidates of a page. */
const MOST_OF_A_PAGE = 2_000

/** Of those of these interviews that the reader sees; each with those that they see alone. */
export async function listAttempts(reader: Reader, ids: string[]): Promise<AttemptsByInterview> {
  if (ids.length === 0) return {}
  const asked = await selectPlaced(reader, isAmong(seen.id, ids))
  const rows = asked.length === 0 ? [] : await selectPlaced(reader, isOfCandidates(asked))
  const sets = new Map<string, Placed[]>()
  for (const row of rows) {
    const set = sets.get(setOf(row))
    if (set) set.push(row)
    else sets.set(setOf(row), [row])
  }
  const found = asked.map((row): [string, Attempt[]] => [row.id, toAttempts(sets.get(setOf(row)) ?? [])])
  return Object.fromEntries(found.filter(([, attempts]) => attempts.length > 1))
}

type Placed = Awaited<ReturnType<typeof selectPlaced>>[number]

/** Interviews with what tells whose attempts they are; one without a flow is nobody's. */
function selectPlaced(reader: Reader, which: SQL) {
  return db()
    .select({
      ...{ id: seen.id, name: seen.candidateName, email: seen.candidateEmail, state: seen.state },
      ...{ firstSeenAt: seen.firstSeenAt, flowId: seen.flowId, key: attemptKey },
      ...{ voteCounts: titles.voteCounts, myVote: seen.myVote },
      candidate: sql<string>`coalesce(${attemptLinks.sameAs}, ${attemptKey})`,
    })
    .from(titled(interviewsOf(reader)))
    .leftJoin(attemptLinks, and(eq(attemptLinks.flowId, seen.flowId), eq(attemptLinks.key, attemptKey)))
    .where(and(isNotNull(seen.flowId), which))
    .orderBy(asc(seen.firstSeenAt), asc(seen.id))
    .limit(MOST_OF_A_PAGE)
}

/** By their keys, which an index finds: the candidates' own, and those that are linked with these. */
function isOfCandidates(rows: Placed[]): SQL {
  const [flows, candidates] = [rows.map(({ flowId }) => flowId), rows.map(({ candidate }) => candidate)]
  const asked = sql`unnest(${sql.param(flows)}::text[], ${sql.param(candidates)}::text[]) AS asked (flow_id, key)`
  return sql`(${seen.flowId}, ${attemptKey}) IN (SELECT asked.flow_id, asked.key FROM ${asked}
    UNION SELECT ${attemptLinks.flowId}, ${attemptLinks.key} FROM ${attemptLinks}
      JOIN ${asked} ON ${attemptLinks.flowId} = asked.flow_id AND ${attemptLinks.sameAs} = asked.key)`
}

function setOf({ flowId, candidate }: Placed): string {
  return JSON.stringify([flowId, candidate])
}

function toAttempts(rows: Placed[]): Attempt[] {
  return rows.slice(0, MOST_ATTEMPTS).map(({ id, name, email, state, firstSeenAt, key, ...row }) => ({
    ...{ id, candidate: { name, email }, state, votes: rowVotesOf(row) },
    firstSeenAt: new Date(firstSeenAt).toISOString(),
    isLinked: rows.some((other) => other.key !== key),
  }))
}
