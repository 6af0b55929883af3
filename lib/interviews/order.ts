import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { flows, interviews } from '../db/schema/interviews'
import { readCursor, type Position, type SortValueKind } from './cursor'
import type { Sort, SortKey } from './filter'

/** Names and titles are sorted by as much as a cursor can carry. */
const sortedText = (text: SQL) => sql`left(lower(${text}), 200)`

const COLUMNS: Record<SortKey, { column: SQL; kind: SortValueKind }> = {
  seen: { column: sql`${interviews.firstSeenAt}`, kind: 'microseconds' },
  candidate: {
    column: sortedText(sql`coalesce(${interviews.candidateName}, ${interviews.candidateEmail})`),
    kind: 'text',
  },
  flow: { column: sortedText(sql`${flows.title}`), kind: 'text' },
  state: { column: sql`${interviews.state}`, kind: 'text' },
  score: { column: sql`${interviews.generalScore}`, kind: 'number' },
  duration: { column: sql`${interviews.duration}`, kind: 'number' },
  talk: { column: sql`${interviews.talk}`, kind: 'number' },
}

/** What the rows are sorted by, as it goes into a cursor and back without loss. */
export function sortValue({ key }: Sort): SQL<Position['value']> {
  const { column, kind } = COLUMNS[key]
  return kind === 'microseconds' ? sql`(extract(epoch FROM ${column}) * 1000000)::float8` : sql`${column}`
}

/** A missing value comes last in both directions; the id makes the order total. */
export function orderBy({ key, descending }: Sort): SQL {
  const direction = descending ? sql`DESC` : sql`ASC`
  return sql`${COLUMNS[key].column} ${direction} NULLS LAST, ${interviews.id} ASC`
}

/** The rows behind a cursor: stable while new ones arrive before it. Throws `invalid_input`. */
export function isAfter({ key, descending }: Sort, cursor: string): SQL {
  const { column, kind } = COLUMNS[key]
  const { value, id } = readCursor(cursor, kind)
  if (value === null) return sql`(${column} IS NULL AND ${interviews.id} > ${id})`

  const beyond = descending ? sql`<` : sql`>`
  const last = PARAMETERS[kind](value)
  return sql`(${column} ${beyond} ${last} OR ${column} IS NULL OR (${column} = ${last} AND ${interviews.id} > ${id}))`
}

const PARAMETERS: Record<SortValueKind, (value: string | number) => SQL> = {
  text: (value) => sql`${value}::text`,
  number: (value) => sql`${value}::float8`,
  microseconds: (value) => sql`(timestamptz 'epoch' + ${value}::float8 * interval '1 microsecond')`,
}
