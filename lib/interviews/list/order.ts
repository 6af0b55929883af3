import 'server-only'
import { sql, SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { codePointOrder } from '../../db/code-point-order'
import { seen, titles } from '../seen'
import { READER_PROGRESS } from '../interview'
import { STATUSES } from '../status'
import { readCursor, type Position, type SortValueKind } from './cursor'
import { perScore } from '../../assessment/scores'
import type { Sort, SortKey } from './sort'
import { voteMajority } from './vote-columns'

/** `isEver`: no interview lacks it. `isIndexed`: an index has the rows in this order, both ways. */
type Column = { column: SQL; kind: SortValueKind; isEver?: boolean; isIndexed?: boolean }

const text = (value: SQL): Column => ({ column: codePointOrder(value), kind: 'text' })
const number = (column: SQL): Column => ({ column, kind: 'number' })

const SCORES = perScore((name) => number(sql`(${seen.scores} ->> ${sql.raw(`'${name}'`)})::float8`))

/** What an interview is sorted by, or asked to lie between. */
export const SORT_COLUMNS: Record<SortKey, Column> = {
  seen: { column: sql`${seen.firstSeenAt}`, kind: 'microseconds', isEver: true, isIndexed: true },
  candidate: { ...text(sql`${seen.candidateKey}`), isIndexed: true },
  email: text(sql`left(${seen.candidateEmail}, 200)`),
  flow: text(sql`${titles.flowTitleKey}`),
  team: text(sql`${titles.teamNameKey}`),
  state: text(sql`${seen.state}`),
  score: number(sql`${seen.generalScore}`),
  ...SCORES,
  votes: number(voteMajority),
  duration: { ...number(sql`${seen.duration}`), isIndexed: true },
  talk: { ...number(sql`${seen.talk}`), isIndexed: true },
  // None, sound, picture.
  recording: number(sql`(${seen.hasAudio}::int + 2 * ${seen.hasVideo}::int)::float8`),
  you: number(sql`${rankIn(READER_PROGRESS, seen.progress)}::float8`),
  notes: number(sql`(CASE WHEN ${seen.showsColleagues} THEN ${titles.noteCount} END)::float8`),
  // Of one status what arrived last comes first: no arrival has as many seconds as lie between two statuses.
  status: number(sql`(${rankIn(STATUSES, seen.status)} * 1e10 - extract(epoch FROM ${seen.firstSeenAt}))::float8`),
}

/** From 1 on. */
function rankIn(words: readonly string[], word: SQL): SQL {
  return sql`array_position(${sql.raw(`'{${words.join(',')}}'`)}::text[], ${word})`
}

/** Whether the first rows in this order are found without looking at the others. */
export function isIndexed({ key }: Sort): boolean {
  return SORT_COLUMNS[key].isIndexed === true
}

/** Whether no row lacks what this order goes by. */
export function isEver({ key }: Sort): boolean {
  return SORT_COLUMNS[key].isEver === true
}

export function sortColumn({ key }: Sort): SQL {
  return SORT_COLUMNS[key].column
}

/** A position as it was read, or as the statement itself finds it: then it has a value. */
type Standing = { value: Position['value'] | SQL; id: string | SQL }

/** Where rows have what they are sorted by, and their ids. */
type Place = { value: SQL; id: SQL | PgColumn }

function inList(sort: Sort): Place {
  return { value: sortColumn(sort), id: seen.id }
}

/** What the rows are sorted by, as it goes into a cursor and back without loss. */
export function sortValue({ key }: Sort, value: SQL = SORT_COLUMNS[key].column): SQL<Position['value']> {
  const { kind } = SORT_COLUMNS[key]
  return kind === 'microseconds' ? sql`(extract(epoch FROM ${value}) * 1000000)::float8` : sql`${value}`
}

/** A missing value comes last in both directions; the id makes the order total. */
export function orderBy(sort: Sort, { value, id } = inList(sort)): SQL {
  const direction = sort.descending ? sql`DESC` : sql`ASC`
  return sql`${value} ${direction} NULLS LAST, ${id} ASC`
}

/** The same order from its end. */
export function reverseOrderBy({ key, descending }: Sort): SQL {
  const direction = descending ? sql`ASC` : sql`DESC`
  return sql`${SORT_COLUMNS[key].column} ${direction} NULLS FIRST, ${seen.id} DESC`
}

/** Throws `invalid_input` for a cursor that no list in this order gave. */
export function readPosition({ key }: Sort, cursor: string): Position {
  return readCursor(key, cursor, SORT_COLUMNS[key].kind)
}

/** The rows behind a position: stable while new ones arrive before it. Where none lacks a value an index begins there. */
export function isAfter(sort: Sort, position: Standing, { value, id } = inList(sort)): SQL {
  const { kind } = SORT_COLUMNS[sort.key]
  if (position.value === null) return sql`(${value} IS NULL AND ${id} > ${position.id})`

  const last = boundOf(kind, position.value)
  const beyond = sort.descending ? sql`<=` : sql`>=`
  const isBeyond = sql`(${value} ${beyond} ${last} AND (${value} <> ${last} OR ${id} > ${position.id}))`
  return isEver(sort) ? isBeyond : sql`(${value} IS NULL OR ${isBeyond})`
}

/** The rows in front of a position. */
export function isBefore({ key, descending }: Sort, { value, id }: Standing): SQL {
  const { column, kind } = SORT_COLUMNS[key]
  if (value === null) return sql`(${column} IS NOT NULL OR ${seen.id} < ${id})`

  const first = boundOf(kind, value)
  return sql`(${column} ${descending ? sql`>=` : sql`<=`} ${first} AND (${column} <> ${first} OR ${seen.id} < ${id}))`
}

function boundOf(kind: SortValueKind, value: string | number | SQL): SQL {
  return value instanceof SQL ? value : PARAMETERS[kind](value)
}

const PARAMETERS: Record<SortValueKind, (value: string | number) => SQL> = {
  text: (value) => sql`${value}::text`,
  number: (value) => sql`${value}::float8`,
  microseconds: (value) => sql`(timestamptz 'epoch' + ${value}::float8 * interval '1 microsecond')`,
}
