import 'server-only'
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { jsonList } from '../db/json-list'
import { attemptLinks } from '../db/schema/attempts'
import { attemptKey, placedAttempts } from '../interviews/attempt-key'
import { rowVotesOf } from '../interviews/row'
import { interviewsOf, seen, titled, titles } from '../interviews/seen'
import { MOST_ATTEMPTS, type Attempt } from './attempt'

/** An attempt, and whose it is: what is called so of one flow. */
export type PlacedAttempt = { flowId: string | null; candidate: string; attempt: Attempt }

const candidate = sql<string>`coalesce(${attemptLinks.sameAs}, ${attemptKey})`
const isLinkOf = and(eq(attemptLinks.flowId, seen.flowId), eq(attemptLinks.key, attemptKey))

/** By which they are found: the candidates' own, and those that are linked with these. */
const KEYS = sql`SELECT asked.flow_id, asked.candidate AS key, asked.candidate FROM asked
  UNION SELECT ${attemptLinks.flowId}, ${attemptLinks.key}, asked.candidate FROM ${attemptLinks}
    JOIN asked ON ${attemptLinks.flowId} = asked.flow_id AND ${attemptLinks.sameAs} = asked.candidate`

const COLUMNS = {
  ...{ id: seen.id, name: seen.candidateName, email: seen.candidateEmail, state: seen.state },
  ...{ firstSeenAt: seen.firstSeenAt, flowId: seen.flowId },
  ...{ voteCounts: titles.voteCounts, myVote: seen.myVote, invalid: titles.invalid },
  candidate: sql<string>`placed.candidate`,
  number: sql<number>`placed.place`,
  total: sql<number>`placed.total`,
  isLinked: sql<boolean>`placed.is_linked`,
}

/**
 * Of the candidates of those of these interviews that the reader sees the attempts that they see, where there are several, as one
 * value of a row; one without a flow is nobody's.
 */
export function placedAmong(reader: Reader, ids: readonly string[]): SQL<PlacedAttempt[]> {
  const placed = placedAttempts(reader, { keys: KEYS, ids, most: MOST_ATTEMPTS })
  return jsonList(COLUMNS, {
    given: sql`WITH asked AS (SELECT ${seen.flowId}, ${candidate} AS candidate
        FROM ${interviewsOf(reader)} LEFT JOIN ${attemptLinks} ON ${isLinkOf}
        WHERE ${and(isNotNull(seen.flowId), isAmong(seen.id, ids))}),
      placed AS (${placed})`,
    from: sql`FROM ${titled(interviewsOf(reader))} JOIN placed ON placed.id = ${seen.id}
      WHERE ${seen.id} = ANY(ARRAY(SELECT placed.id FROM placed)) ORDER BY ${seen.firstSeenAt}, ${seen.id}`,
    read: ({
      flowId,
      candidate: of,
      id,
      name,
      email,
      state,
      invalid,
      firstSeenAt,
      number,
      total,
      isLinked,
      ...row
    }) => ({
      flowId,
      candidate: of,
      attempt: {
        ...{ id, candidate: { name, email }, state, invalid, votes: rowVotesOf(row), number, total, isLinked },
        firstSeenAt: new Date(firstSeenAt).toISOString(),
      },
    }),
  })
}

/** Of each of these interviews the attempts of its candidate, as one array for all of a candidate: a page is sent it once. */
export function attemptsOf(placed: PlacedAttempt[], ids: string[]): Map<string, Attempt[]> {
  const sets = new Map<string, Attempt[]>()
  for (const one of placed) {
    const set = sets.get(setOf(one))
    if (set) set.push(one.attempt)
    else sets.set(setOf(one), [one.attempt])
  }
  const asked = new Set(ids)
  const found = placed.filter(({ attempt }) => asked.has(attempt.id))
  return new Map(found.map((one) => [one.attempt.id, sets.get(setOf(one)) ?? []]))
}

function setOf({ flowId, candidate: of }: PlacedAttempt): string {
  return JSON.stringify([flowId, of])
}
