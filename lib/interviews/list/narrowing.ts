import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import { seen } from '../seen'
import { NUMBER_RANGES, type CountedFilter, type InterviewFilter } from './filter'
import { RANGE_UNITS, type NumberRangeName } from './filter-fields'
import { sortColumn } from './order'
import type { Days, Range } from './range'
import { LIMITS_IN, type Limit } from './range-limits'
import { myVoteOrNone, voteOutcome } from './vote-columns'

/** What of an interview such a filter looks at, as an address has it. */
export const CHOICE_COLUMNS: Record<CountedFilter, SQL<string>> = {
  flow: sql`${seen.flowId}`,
  team: sql`${seen.teamId}`,
  state: sql`${seen.state}`,
  you: sql`${seen.progress}`,
  vote: myVoteOrNone,
  votes: voteOutcome,
  status: seen.status,
  recording: yesOrNo(seen.plays),
  video: yesOrNo(sql`${seen.hasVideo}`),
  invalid: yesOrNo(seen.isInvalid),
}

function yesOrNo(condition: SQL): SQL<string> {
  return sql`CASE WHEN ${condition} THEN 'yes' ELSE 'no' END`
}

/** The conditions that a filter sets on an interview and its flow, its search left aside; a missing value meets none. */
export function narrowingBy(filter: InterviewFilter): SQL {
  const { id, flow, team, state, you, vote, votes, status, seen: days, recording, video, invalid } = filter
  const conditions = [
    ...(id.length > 0 ? [inArray(seen.id, id)] : []),
    ...(flow.length > 0 ? [inArray(seen.flowId, flow)] : []),
    ...(team.length > 0 ? [inArray(seen.teamId, team)] : []),
    ...(state.length > 0 ? [inArray(seen.state, state)] : []),
    ...(you.length > 0 ? [inArray(seen.progress, you)] : []),
    ...(vote.length > 0 ? [inArray(myVoteOrNone, vote)] : []),
    ...(votes.length > 0 ? [inArray(voteOutcome, votes)] : []),
    ...(status.length > 0 ? [inArray(seen.status, status)] : []),
    ...NUMBER_RANGES.flatMap((name) => isWithin(name, filter[name])),
    ...isOnDays(days),
    ...(recording === null ? [] : [sql`${seen.plays} = ${recording}`]),
    ...(video === null ? [] : [sql`${seen.hasVideo} = ${video}`]),
    ...(invalid === null ? [] : [sql`${seen.isInvalid} = ${invalid}`]),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

const IS: Record<Limit['is'], SQL> = { '>=': sql`>=`, '>': sql`>`, '<=': sql`<=`, '<': sql`<` }

/** Of what is sorted by, in that order in which a missing value lies beyond a limit: an index serves. */
function isWithin(name: NumberRangeName, range: Range | null): SQL[] {
  const limits = range === null ? [] : LIMITS_IN[RANGE_UNITS[name]](range)
  const descending = limits.every(({ is }) => is.startsWith('>'))
  const column = sortColumn({ key: name, descending })
  return limits.map(({ is, value }) => sql`${column} ${IS[is]} ${value}::float8`)
}

function isOnDays(days: Days | null): SQL[] {
  return [
    ...(days?.from != null ? [sql`${seen.firstSeenAt} >= ${midnight(days.from)}`] : []),
    ...(days?.to != null ? [sql`${seen.firstSeenAt} < ${midnight(days.to)} + interval '1 day'`] : []),
  ]
}

function midnight(day: string): SQL {
  return sql`(${day}::timestamp AT TIME ZONE 'UTC')`
}
