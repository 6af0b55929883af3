import 'server-only'
import { and, asc, eq, isNotNull, sql, WithSubquery } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { attemptLinks } from '../db/schema/attempts'
import { attemptKey, placedAttempts } from '../interviews/attempt-key'
import { rowVotesOf } from '../interviews/row'
import { interviewsOf, seen, titled, titles } from '../interviews/seen'
import { MOST_ATTEMPTS, type Attempt, type AttemptsByInterview } from './attempt'

/** Of those of these interviews that the reader sees; each with those that they see alone, and none where it is the only one. */
export async function listAttempts(reader: Reader, ids: string[]): Promise<AttemptsByInterview> {
  if (ids.length === 0) return {}
  const rows = await selectAttempts(reader, ids)
  const sets = new Map<string, Placed[]>()
  for (const row of rows) {
    const set = sets.get(setOf(row))
    if (set) set.push(row)
    else sets.set(setOf(row), [row])
  }
  // One array for all of a candidate: a page is sent it once.
  const attempts = new Map(Array.from(sets, ([set, placed]) => [set, toAttempts(placed)]))
  const asked = new Set(ids)
  const found = rows.filter(({ id }) => asked.has(id))
  return Object.fromEntries(found.map((row) => [row.id, attempts.get(setOf(row)) ?? []]))
}

type Placed = Awaited<ReturnType<typeof selectAttempts>>[number]

const candidate = sql<string>`coalesce(${attemptLinks.sameAs}, ${attemptKey})`
const isLinkOf = and(eq(attemptLinks.flowId, seen.flowId), eq(attemptLinks.key, attemptKey))

/** Those of the candidates of these interviews, and they themselves; one without a flow is nobody's. */
function selectAttempts(reader: Reader, ids: string[]) {
  const asked = db()
    .$with('asked')
    .as(
      db()
        .select({ flowId: sql<string>`${seen.flowId}`.as('flow_id'), candidate: candidate.as('candidate') })
        .from(interviewsOf(reader))
        .leftJoin(attemptLinks, isLinkOf)
        .where(and(isNotNull(seen.flowId), isAmong(seen.id, ids))),
    )
  const placed = new WithSubquery(placedAttempts(reader, { keys: KEYS, ids, most: MOST_ATTEMPTS }), PLACED, 'placed')
  return db()
    .with(asked, placed)
    .select({
      ...{ id: seen.id, name: seen.candidateName, email: seen.candidateEmail, state: seen.state },
      ...{ firstSeenAt: seen.firstSeenAt, flowId: seen.flowId },
      ...{ voteCounts: titles.voteCounts, myVote: seen.myVote, invalid: titles.invalid },
      ...PLACED,
    })
    .from(titled(interviewsOf(reader)))
    .innerJoin(placed, sql`placed.id = ${seen.id}`)
    .where(sql`${seen.id} = ANY(ARRAY(SELECT placed.id FROM placed))`)
    .orderBy(asc(seen.firstSeenAt), asc(seen.id))
}

/** By which they are found: the candidates' own, and those that are linked with these. */
const KEYS = sql`SELECT asked.flow_id, asked.candidate AS key, asked.candidate FROM asked
  UNION SELECT ${attemptLinks.flowId}, ${attemptLinks.key}, asked.candidate FROM ${attemptLinks}
    JOIN asked ON ${attemptLinks.flowId} = asked.flow_id AND ${attemptLinks.sameAs} = asked.candidate`

const PLACED = {
  candidate: sql<string>`placed.candidate`,
  number: sql<number>`placed.place`,
  total: sql<number>`placed.total`,
  isLinked: sql<boolean>`placed.is_linked`,
}

function setOf({ flowId, candidate }: Placed): string {
  return JSON.stringify([flowId, candidate])
}

function toAttempts(rows: Placed[]): Attempt[] {
  return rows.map(({ id, name, email, state, invalid, firstSeenAt, number, total, isLinked, ...row }) => ({
    ...{ id, candidate: { name, email }, state, invalid, votes: rowVotesOf(row), number, total, isLinked },
    firstSeenAt: new Date(firstSeenAt).toISOString(),
  }))
}
