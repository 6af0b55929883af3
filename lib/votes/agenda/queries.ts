import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import { notes } from '../../db/schema/notes'
import { votes } from '../../db/schema/votes'
import { rowsAtMost } from '../../db/fixed-limit'
import type { InterviewId } from '../../interviews/interview-id'
import { voteOutcome } from '../../interviews/list/vote-columns'
import { interviewsOf, mayKnow, seen, titled, titles } from '../../interviews/seen'
import { findVotesOn, VOTE_RANK } from '../standing-votes'
import type { Agenda } from './agenda'

/** As many as a meeting has time for. */
const MOST_SPLITS = 50

const ON_EACH_SIDE = ['strong_hire', 'hire'].map((vote) => sql.raw(`'${vote}'`))
const IS_FOR = sql`${votes.vote} IN (${sql.join(ON_EACH_SIDE, sql`, `)})`
const ofInterview = (value: ReturnType<typeof sql>) =>
  sql`(SELECT ${value} FROM ${votes} WHERE ${eq(votes.interviewId, seen.id)} AND ${isNotNull(votes.vote)})`
/** From the weakest vote to the strongest, and how many stand on the smaller side. */
const WIDTH = ofInterview(sql`max(${VOTE_RANK}) - min(${VOTE_RANK})`)
const SMALLER_SIDE = ofInterview(sql`least(count(*) FILTER (WHERE ${IS_FOR}), count(*) FILTER (WHERE NOT ${IS_FOR}))`)

/**
 * What a team has to talk about, in these flows or in all: the widest splits first, then those with most on both sides. What
 * the reader may not know yet is not among them, nor what is marked as invalid: nobody votes on that any more.
 */
export async function listSplits(reader: Reader, flowIds: string[]): Promise<Agenda> {
  const isSplit = sql`(${voteOutcome} = 'split' AND NOT ${seen.isInvalid})`
  const rows = await db()
    .select({
      id: sql<InterviewId>`${seen.id}`,
      candidate: { name: seen.candidateName, email: seen.candidateEmail },
      flowTitle: titles.flowTitle,
      total: sql<number>`(count(*) OVER ())::int`,
    })
    .from(titled(interviewsOf(reader)))
    .where(flowIds.length > 0 ? and(isSplit, isAmong(seen.flowId, flowIds)) : isSplit)
    .orderBy(desc(WIDTH), desc(SMALLER_SIDE), asc(seen.id))
    .limit(rowsAtMost(MOST_SPLITS))
  const ids = rows.map(({ id }) => id)
  const [cast, quoted] = await Promise.all([findVotesOn(reader, ids), listQuoted(reader, ids)])
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ id, candidate, flowTitle }) => ({
      interview: { id, candidate, flowTitle },
      votes: cast
        .filter(({ interviewId }) => interviewId === id)
        .map(({ interviewId, ...vote }) => ({
          ...vote,
          moments: quoted.flatMap(({ noteId, authorId, at, quote, ...note }) =>
            quote && note.interviewId === interviewId && authorId === vote.member.id
              ? [{ noteId, at, text: quote.text }]
              : [],
          ),
        })),
    })),
  }
}

function listQuoted(reader: Reader, ids: string[]) {
  const { id: noteId, interviewId, authorId, at, quote } = notes
  return db()
    .select({ noteId, interviewId, authorId, at, quote })
    .from(notes)
    .innerJoin(interviewsOf(reader), eq(seen.id, interviewId))
    .where(and(isAmong(interviewId, ids), isNotNull(quote), isNull(notes.deletedAt), mayKnow(authorId)))
    .orderBy(asc(at), asc(notes.createdAt))
}
