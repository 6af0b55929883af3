import 'server-only'
import { and, eq, getTableColumns, isNull, sql, Subquery, WithSubquery, type SQL } from 'drizzle-orm'
import { PgDialect, type PgColumn } from 'drizzle-orm/pg-core'
import { NO_SCOPE } from '../auth/member-scope'
import { inScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { isOneOf } from '../db/among'
import { db, type Executor } from '../db/client'
import { flowDefaults, flowSettings } from '../db/schema/flow-settings'
import { flows, interviews, teams } from '../db/schema/interviews'
import { formerScopes, members } from '../db/schema/members'
import { listeningProgress, notes } from '../db/schema/notes'
import { statuses, statusVersions } from '../db/schema/statuses'
import { invalidations } from '../db/schema/validity'
import { candidateStatuses } from '../db/schema/webhooks'
import { reveals, votes } from '../db/schema/votes'
import { DebriefError } from '../errors'
import type { Invalid, ReaderProgress } from './interview'
import type { InterviewId } from './interview-id'
import type { Status } from './status'
import type { Author } from '../members/member'
import { VOTES, type Vote, type VoteCounts } from './vote'

/** All but what is long. */
const { lexemes: _, isOversize: __, contentHash: ___, ...columns } = getTableColumns(interviews)

/** What may be asked of `interviewsOf`: the columns alone, since nothing reads the table itself. */
export const seen = {
  ...columns,
  /** Whether its reader may know scores and summary. */
  showsAssessment: sql<boolean>`${interviews}.shows_assessment`,
  /** Whether they may know what their colleagues think: their own they always may. */
  showsColleagues: sql<boolean>`${interviews}.shows_colleagues`,
  readerId: sql<string>`${interviews}.reader_id`,
  /** The reader's own. */
  myVote: sql<Vote | null>`${interviews}.my_vote`,
  /** Whether there is something to hear. */
  plays: sql<boolean>`(${interviews.hasAudio} OR ${interviews.hasVideo})`,
  /** The reader's own. */
  progress: sql<ReaderProgress | null>`${interviews}.progress`,
  /** The one that stands; what tells of it is null where nobody has set one. */
  status: sql<Status>`${interviews}.status`,
  statusVersion: sql<string | null>`${interviews}.status_version`,
  statusBy: sql<string | null>`${interviews}.status_by`,
  statusAt: sql<string | null>`${interviews}.status_at`,
  /** Null where there is none, and where the reader is not to know a colleague's. */
  statusReason: sql<string | null>`${interviews}.status_reason`,
  /** Marked as saying nothing about its candidate: in no queue and no average. */
  isInvalid: sql<boolean>`${interviews}.is_invalid`,
}
/** And of `titled`. */
export const titles = {
  flowTitle: sql<string | null>`${interviews}.flow_title`,
  flowTitleKey: sql<string | null>`${interviews}.flow_title_key`,
  teamName: sql<string | null>`${interviews}.team_name`,
  teamNameKey: sql<string | null>`${interviews}.team_name_key`,
  /** Of the notes that its reader may know. */
  noteCount: sql<number>`${interviews}.note_count`,
  statusSetter: sql<Author | null>`${interviews}.status_setter`,
  /** What Ribbon last said of the candidate in this flow, in its own word. */
  ribbonStatus: sql<string | null>`${interviews}.ribbon_status`,
  invalid: sql<Invalid | null>`${interviews}.invalid`,
  /** Null where they are hidden. */
  voteCounts: sql<VoteCounts | null>`${interviews}.vote_counts`,
}

/** What whoever sees an interview may know of it. */
const { scores, generalScore, ...unmasked } = columns
const PLAIN = written(sql`${sql.join(Object.values(unmasked), sql`, `)}`)
/** Where the candidate says nothing there is nothing to get through. */
const PROGRESS = written(
  sql`CASE WHEN ${interviews.talk} > 0 THEN coalesce(${listeningProgress.progress}, 'new') END AS progress`,
)
const AND_PROGRESS = written(sql`LEFT JOIN ${listeningProgress} ON ${eq(listeningProgress.interviewId, interviews.id)}`)
const AND_VOTE = written(sql`LEFT JOIN ${votes} ON ${eq(votes.interviewId, interviews.id)}`)
const AND_REVEAL = written(sql`LEFT JOIN ${reveals} ON ${eq(reveals.interviewId, interviews.id)}`)
const AND_SETTINGS = written(sql`LEFT JOIN ${flowSettings} ON ${eq(flowSettings.flowId, interviews.flowId)}`)

const STATUS = written(sql`coalesce(${statusVersions.status}, 'new') AS status, ${statusVersions.id} AS status_version,
  ${statusVersions.setBy} AS status_by, ${statusVersions.setAt} AS status_at`)
const AND_STATUS = written(sql`LEFT JOIN ${statuses} ON ${eq(statuses.interviewId, interviews.id)}
  LEFT JOIN ${statusVersions} ON ${eq(statusVersions.id, statuses.versionId)}`)
const IS_INVALIDATION = and(eq(invalidations.interviewId, interviews.id), isNull(invalidations.withdrawnAt))
const INVALID = written(sql`EXISTS (SELECT FROM ${invalidations} WHERE ${IS_INVALIDATION}) AS is_invalid`)

/** A member as `Author`. */
export const AUTHOR = sql<Author>`jsonb_build_object('id', ${members.id}, 'email', ${members.email}, 'name', ${members.name})`
const IS_CANDIDATE = and(
  eq(candidateStatuses.flowId, interviews.flowId),
  eq(candidateStatuses.email, interviews.candidateEmail),
)
/** Where there is no flow nobody could set what it hides; one that nobody has set anything for hides what is hidden by default. */
const isShown = (toReader: PgColumn, blind: 'blindAssessment' | 'blindColleagues') =>
  written(sql`(${interviews.flowId} IS NULL OR ${toReader} IS TRUE
    OR NOT coalesce(${flowSettings[blind]}, (SELECT ${flowDefaults[blind]} FROM ${flowDefaults} WHERE ${flowDefaults.id}), true))`)
const SHOWS_ASSESSMENT = isShown(reveals.showsAssessment, 'blindAssessment')
const SHOWS_COLLEAGUES = isShown(reveals.showsColleagues, 'blindColleagues')

const STANDING = sql`${and(eq(notes.interviewId, interviews.id), isNull(notes.deletedAt), mayKnow(notes.authorId))}`
const TALLY = sql.join(
  VOTES.map((vote) => sql`'${sql.raw(vote)}', count(*) FILTER (WHERE ${votes.vote} = '${sql.raw(vote)}')`),
  sql`, `,
)
const VOTE_COUNTS = sql`CASE WHEN ${seen.showsColleagues} THEN
  (SELECT jsonb_build_object(${TALLY}) FROM ${votes} WHERE ${eq(votes.interviewId, interviews.id)}) END`
const TITLED = written(sql`SELECT ${interviews}.*, ${flows.title} AS flow_title, ${flows.titleKey} AS flow_title_key,
  ${teams.name} AS team_name, ${teams.nameKey} AS team_name_key, (SELECT count(*)::int FROM ${notes} WHERE ${STANDING}) AS note_count,
  (SELECT ${AUTHOR} FROM ${members} WHERE ${members.id} = ${interviews}.status_by) AS status_setter,
  (SELECT ${candidateStatuses.status} FROM ${candidateStatuses} WHERE ${IS_CANDIDATE}) AS ribbon_status,
  (SELECT jsonb_build_object('cause', ${invalidations.cause}, 'by', ${AUTHOR}) FROM ${invalidations}
    JOIN ${members} ON ${eq(members.id, invalidations.authorId)} WHERE ${IS_INVALIDATION}) AS invalid,
  ${VOTE_COUNTS} AS vote_counts`)
const AND_TITLES = written(
  sql`LEFT JOIN ${flows} ON ${eq(flows.id, interviews.flowId)} LEFT JOIN ${teams} ON ${eq(teams.id, interviews.teamId)}`,
)

/** That the reader may know what this member thinks of it: their own thoughts always, a colleague's once they are shown. */
export function mayKnow(memberId: PgColumn | SQL): SQL<boolean> {
  return sql<boolean>`(${seen.showsColleagues} OR ${memberId} = ${seen.readerId})`
}

/** The interviews as this reader sees them: within their scope, and without what they may not know yet. */
export function interviewsOf(reader: Reader) {
  return interviewsMeeting(reader, sql`true`)
}

/** Of them those that meet a condition on the table itself, which `lib/search` makes. */
export function interviewsMeeting(reader: Reader, condition: SQL) {
  return named(selectSeen(reader, condition))
}

/** The same, to go before a query: found once, however often it looks at them. */
export function foundBy(reader: Reader, condition: SQL) {
  return new WithSubquery(selectSeen(reader, condition), seen, 'interviews', true)
}

/** The same, each with what its flow and its team are called, its notes and votes counted, and who set what stands of it; a count, which needs none of it, is faster without. */
export function titled(source: Subquery) {
  return named(sql`${TITLED} FROM ${source} ${AND_TITLES}`)
}

function selectSeen(reader: Reader, condition: SQL): SQL {
  const { memberId } = reader
  return sql`SELECT ${PLAIN}, CASE WHEN ${SHOWS_ASSESSMENT} THEN ${scores} END AS scores,
    CASE WHEN ${SHOWS_ASSESSMENT} THEN ${generalScore} END AS general_score, ${SHOWS_ASSESSMENT} AS shows_assessment,
    ${SHOWS_COLLEAGUES} AS shows_colleagues, ${memberId}::uuid AS reader_id, ${votes.vote} AS my_vote, ${PROGRESS}, ${STATUS}, ${INVALID},
    CASE WHEN ${SHOWS_COLLEAGUES} OR ${eq(statusVersions.setBy, memberId)} THEN ${statusVersions.reason} END AS status_reason
    FROM ${interviews} ${AND_PROGRESS} AND ${eq(listeningProgress.memberId, memberId)} ${AND_STATUS}
    ${AND_SETTINGS} ${AND_REVEAL} AND ${eq(reveals.memberId, memberId)} ${AND_VOTE} AND ${eq(votes.memberId, memberId)}
    WHERE ${inScope(reader)} AND (${condition})`
}

function named(select: SQL) {
  return new Subquery(select, seen, 'interviews')
}

/** As one text, made once: each page asks for these relations several times, and to write a column takes longer than to plan it. */
function written(part: SQL): SQL {
  return sql.raw(new PgDialect().sqlToQuery(part).sql)
}

/** Throws `interview_not_found` when absent and when out of scope: a stranger must not tell them apart. */
export async function requireSeen(reader: Reader, id: InterviewId, on: Executor = db()): Promise<void> {
  const found = await on.select({ id: seen.id }).from(interviewsOf(reader)).where(eq(seen.id, id))
  if (found.length === 0) throw new DebriefError('interview_not_found')
}

/** Whether a transaction is among those that somebody asks about. */
type Counts = (transaction: PgColumn | SQL) => SQL

/**
 * The ids of what this reader saw until it left their scope, by a transaction that `counts`: it moved to another team or flow, or
 * they were given another scope. What has moved beside that is left out, since who saw it where cannot be told any more.
 */
export function departedFrom(reader: Reader, counts: Counts): SQL {
  const isGone = sql`NOT coalesce(${inScope(reader)}, false)`
  return sql`SELECT id FROM (
    SELECT ${interviews.id} FROM ${interviews}
      WHERE ${isGone} AND ${counts(interviews.updatedIn)} AND NOT ${hasNewScope(reader, counts)} AND ${wasLeft(reader, counts)}
    UNION SELECT ${interviews.id} FROM ${formerScopes} JOIN ${interviews} ON NOT ${counts(interviews.updatedIn)} AND ${wasInFormer}
      WHERE ${eq(formerScopes.memberId, reader.memberId)} AND ${counts(formerScopes.endedIn)} AND ${isGone}
  ) AS departed ORDER BY id`
}

/** That this reader's scope was changed by a transaction that `counts`. */
export function hasNewScope({ memberId }: Reader, counts: Counts): SQL<boolean> {
  return sql<boolean>`EXISTS (SELECT FROM ${formerScopes}
    WHERE ${eq(formerScopes.memberId, memberId)} AND ${counts(formerScopes.endedIn)})`
}

const wasInFormer = sql`(${formerScopes.scope} = '"all"' OR ${formerScopes.scope} -> 'teams' ? ${interviews.teamId}
  OR ${formerScopes.scope} -> 'flows' ? ${interviews.flowId} OR ${formerScopes.scope} -> 'interviews' ? ${interviews.id})`

/** That an interview has left one of the reader's teams or flows; what left before they were a member they never saw. */
function wasLeft({ scope, memberId }: Reader, counts: Counts): SQL {
  const { teams, flows } = scope === 'all' ? NO_SCOPE : scope
  const since = sql`(SELECT ${members.createdAt} FROM ${members} WHERE ${eq(members.id, memberId)})`
  const left = (departures: PgColumn, ids: readonly string[]) => sql`EXISTS (
    SELECT FROM jsonb_each(${departures}) AS place (id, departure) WHERE ${isOneOf(sql`place.id`, ids)}
      AND ${counts(sql`(departure ->> 'in')::xid8`)} AND (departure ->> 'at')::timestamptz > ${since})`
  return sql`(${left(interviews.leftTeams, teams)} OR ${left(interviews.leftFlows, flows)})`
}
