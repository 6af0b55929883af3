import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { votes } from '../../db/schema/votes'
import { seen } from '../seen'
import type { VoteOutcome } from '../vote-outcome'

/** Where there is nothing to judge nobody has a vote, nor lacks one. */
const IS_TAKEN = sql`${seen.state} <> 'not_taken'`
export const IS_FOR = sql`${votes.vote} IN ('hire', 'strong_hire')`
const OF_INTERVIEW = and(eq(votes.interviewId, seen.id), isNotNull(votes.vote))

/** The reader's own vote, `none` where they have none and could cast one: on what is invalid nobody votes any more. */
export const myVoteOrNone = sql<string>`CASE WHEN ${IS_TAKEN} THEN
  coalesce(${seen.myVote}, CASE WHEN NOT ${seen.isInvalid} THEN 'none' END) END`

/** As `votesComeTo` has it; null where the votes are hidden from the reader. */
export const voteOutcome = sql<VoteOutcome>`CASE WHEN ${seen.showsColleagues} AND ${IS_TAKEN} THEN (
  SELECT CASE WHEN bool_or(${IS_FOR}) AND NOT bool_and(${IS_FOR}) THEN 'split' WHEN bool_or(${IS_FOR}) THEN 'for'
    WHEN NOT bool_and(${IS_FOR}) THEN 'against' ELSE 'none' END FROM ${votes} WHERE ${OF_INTERVIEW}) END`

/** Most have none: that is known of all at once, and they need not be looked up one by one. */
const HAS_VOTE = sql`EXISTS (SELECT FROM ${votes} WHERE ${OF_INTERVIEW})`

/** How many more would hire than would not; among as many, those come first who are sure. Missing where none is shown. */
export const voteMajority = sql`CASE WHEN ${seen.showsColleagues} AND ${HAS_VOTE} THEN (
  SELECT sum(CASE ${votes.vote} WHEN 'strong_hire' THEN 1.001 WHEN 'hire' THEN 1 WHEN 'no_hire' THEN -1 ELSE -1.001 END)
    FROM ${votes} WHERE ${OF_INTERVIEW})::float8 END`
