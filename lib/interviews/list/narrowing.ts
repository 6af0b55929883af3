import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import { seen } from '../seen'
import { NUMBER_RANGES, type InterviewFilter } from './filter'
import { SORT_COLUMNS } from './order'
import type { Days, Range } from './range'

/** The conditions that a filter sets on an interview and its flow, its search left aside; a missing value meets none. */
export function narrowingBy(filter: InterviewFilter): SQL {
  const { id, flow, team, state, seen: days, recording, video } = filter
  const conditions = [
    ...(id.length > 0 ? [inArray(seen.id, id)] : []),
    ...(flow.length > 0 ? [inArray(seen.flowId, flow)] : []),
    ...(team.length > 0 ? [inArray(seen.teamId, team)] : []),
    ...(state.length > 0 ? [inArray(seen.state, state)] : []),
    ...NUMBER_RANGES.flatMap((name) => isWithin(SORT_COLUMNS[name].column, filter[name])),
    ...isOnDays(days),
    ...(recording === null ? [] : [sql`(${seen.hasAudio} OR ${seen.hasVideo}) = ${recording}`]),
    ...(video === null ? [] : [sql`${seen.hasVideo} = ${video}`]),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

function isWithin(column: SQL, range: Range | null): SQL[] {
  return [
    ...(range?.from != null ? [sql`${column} >= ${range.from}::float8`] : []),
    ...(range?.to != null ? [sql`${column} <= ${range.to}::float8`] : []),
  ]
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
