import 'server-only'
import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scores } from '../assessment/scores'
import { inScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { db, type Executor } from '../db/client'
import { flows, interviews, teams } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import type { InterviewId } from './interview-id'

/** All but what is long. */
const { lexemes: _, isOversize: __, contentHash: ___, ...columns } = getTableColumns(interviews)

/** What may be asked of `interviewsOf`: the columns alone, since nothing reads the table itself. */
export const seen = {
  ...columns,
  isRevealed: sql<boolean>`${interviews}.is_revealed`,
}
/** And of `titled`. */
export const titles = {
  flowTitle: sql<string | null>`${interviews}.flow_title`,
  flowTitleKey: sql<string | null>`${interviews}.flow_title_key`,
  teamName: sql<string | null>`${interviews}.team_name`,
  teamNameKey: sql<string | null>`${interviews}.team_name_key`,
}

/** What whoever sees an interview may know of it, as one text: a query that writes column by column takes longer to write than to plan. */
const { scores: ____, generalScore: _____, ...unmasked } = columns
const plain = sql.raw(
  Object.values(unmasked)
    .map(({ name }) => `"${name}"`)
    .join(', '),
)

/** The interviews as this reader sees them: within their scope, and without what they may not know yet. */
export function interviewsOf(reader: Reader, on: Executor = db()) {
  return selectSeen(reader, on, null).as('interviews')
}

/** Of them those that meet a condition of `lib/search`, to go before a query: found once, however often it looks at them. */
export function foundBy(reader: Reader, on: Executor, condition: SQL) {
  return on.$with('interviews').as(selectSeen(reader, on, condition))
}

/** The same, each with what its flow and its team are called; a count, which needs neither, is faster without. */
export function titled(on: Executor, source: ReturnType<typeof interviewsOf | typeof foundBy>) {
  return on
    .select({
      all: sql`${interviews}.*`,
      flowTitle: sql`${flows.title}`.as('flow_title'),
      flowTitleKey: sql`${flows.titleKey}`.as('flow_title_key'),
      teamName: sql`${teams.name}`.as('team_name'),
      teamNameKey: sql`${teams.nameKey}`.as('team_name_key'),
    })
    .from(source)
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .leftJoin(teams, eq(teams.id, seen.teamId))
    .as('interviews')
}

function selectSeen(reader: Reader, on: Executor, condition: SQL | null) {
  const isRevealed = revealedTo(reader)
  const masked = {
    scores: sql<Scores | null>`CASE WHEN ${isRevealed} THEN ${interviews.scores} END`.as('scores'),
    generalScore: sql<number | null>`CASE WHEN ${isRevealed} THEN ${interviews.generalScore} END`.as('general_score'),
    isRevealed: isRevealed.as('is_revealed'),
  }
  return on
    .select({ plain, ...masked })
    .from(interviews)
    .where(and(inScope(reader), condition ?? undefined))
}

/** Whether this reader may know how an interview is assessed: everybody, as long as nothing hides it. */
function revealedTo(_reader: Reader) {
  return sql<boolean>`true`
}

/** Throws `interview_not_found` when absent and when out of scope: a stranger must not tell them apart. */
export async function requireSeen(reader: Reader, id: InterviewId, on: Executor = db()): Promise<void> {
  const found = await on.select({ id: seen.id }).from(interviewsOf(reader, on)).where(eq(seen.id, id))
  if (found.length === 0) throw new DebriefError('interview_not_found')
}

/**
 * The ids of what this reader saw until it left their teams, by a transaction that `counts`. Members get their teams when they
 * are added, so what left before then they never saw.
 */
export function departedFrom(reader: Reader, on: Executor, counts: (transaction: PgColumn | SQL) => SQL) {
  const teams = reader.scope === 'all' ? [] : [...reader.scope.teams]
  const wasTheirs = sql`EXISTS (SELECT FROM jsonb_each(${interviews.leftTeams}) AS team (id, departure)
    WHERE team.id = ANY(${sql.param(teams)}) AND ${counts(sql`(departure ->> 'in')::xid8`)}
      AND (departure ->> 'at')::timestamptz > (SELECT ${members.createdAt} FROM ${members} WHERE ${members.id} = ${reader.memberId}))`
  return on
    .select({ id: interviews.id })
    .from(interviews)
    .where(sql`NOT coalesce(${inScope(reader)}, false) AND ${counts(interviews.updatedIn)} AND ${wasTheirs}`)
}
