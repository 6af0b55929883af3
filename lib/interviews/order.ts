import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { flows, interviews } from '../db/schema'
import type { Position } from './cursor'
import type { Sort, SortKey } from './filter'

const COLUMNS: Record<SortKey, { column: SQL; type: SQL }> = {
  seen: { column: sql`${interviews.firstSeenAt}`, type: sql`timestamptz` },
  candidate: {
    column: sql`lower(coalesce(${interviews.candidateName}, ${interviews.candidateEmail}))`,
    type: sql`text`,
  },
  flow: { column: sql`lower(${flows.title})`, type: sql`text` },
  state: { column: sql`${interviews.state}`, type: sql`text` },
  score: { column: sql`${interviews.generalScore}`, type: sql`real` },
  duration: { column: sql`${interviews.duration}`, type: sql`real` },
  talk: { column: sql`${interviews.talk}`, type: sql`real` },
}

/** What the rows are sorted by, as text that goes into a cursor and back without loss. */
export function sortValue({ key }: Sort): SQL<string | null> {
  return sql<string | null>`(${COLUMNS[key].column})::text`
}

/** A missing value comes last in both directions; the id makes the order total. */
export function orderBy({ key, descending }: Sort): SQL {
  const direction = descending ? sql`DESC` : sql`ASC`
  return sql`${COLUMNS[key].column} ${direction} NULLS LAST, ${interviews.id} ASC`
}

/** The rows behind a position: stable while new ones arrive before it. */
export function isAfter({ key, descending }: Sort, { value, id }: Position): SQL {
  const { column, type } = COLUMNS[key]
  if (value === null) return sql`(${column} IS NULL AND ${interviews.id} > ${id})`

  const beyond = descending ? sql`<` : sql`>`
  const last = sql`${value}::${type}`
  return sql`(${column} ${beyond} ${last} OR ${column} IS NULL OR (${column} = ${last} AND ${interviews.id} > ${id}))`
}
