import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import { interviews } from '../../db/schema/interviews'
import { NUMBER_RANGES, type InterviewFilter } from './filter'
import { COLUMNS } from './order'
import type { Days, Range } from './range'

/** The conditions that a filter sets on an interview and its flow, its search left aside; a missing value meets none. */
export function narrowingBy(filter: InterviewFilter): SQL[] {
  const { id, flow, team, state, seen, recording, video } = filter
  return [
    ...(id.length > 0 ? [inArray(interviews.id, id)] : []),
    ...(flow.length > 0 ? [inArray(interviews.flowId, flow)] : []),
    ...(team.length > 0 ? [inArray(interviews.teamId, team)] : []),
    ...(state.length > 0 ? [inArray(interviews.state, state)] : []),
    ...NUMBER_RANGES.flatMap((name) => isWithin(COLUMNS[name].column, filter[name])),
    ...isOnDays(seen),
    ...(recording === null ? [] : [sql`(${interviews.hasAudio} OR ${interviews.hasVideo}) = ${recording}`]),
    ...(video === null ? [] : [sql`${interviews.hasVideo} = ${video}`]),
  ]
}

function isWithin(column: SQL, range: Range | null): SQL[] {
  return [
    ...(range?.from != null ? [sql`${column} >= ${range.from}::float8`] : []),
    ...(range?.to != null ? [sql`${column} <= ${range.to}::float8`] : []),
  ]
}

function isOnDays(days: Days | null): SQL[] {
  return [
    ...(days?.from != null ? [sql`${interviews.firstSeenAt} >= ${midnight(days.from)}`] : []),
    ...(days?.to != null ? [sql`${interviews.firstSeenAt} < ${midnight(days.to)} + interval '1 day'`] : []),
  ]
}

function midnight(day: string): SQL {
  return sql`(${day}::timestamp AT TIME ZONE 'UTC')`
}
