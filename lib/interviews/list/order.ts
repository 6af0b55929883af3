import 'server-only'
import { eq, sql, SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { codePointOrder } from '../../db/code-point-order'
import { lastOf, missingLast } from '../../db/missing-last'
import { notes } from '../../db/schema/notes'
import { seen, titles } from '../seen'
import { READER_PROGRESS } from '../interview'
import { STATUSES, type Status } from '../status'
import { readCursor, type Position, type SortValueKind } from './cursor'
import { perScore } from '../../assessment/scores'
import type { Sort, SortKey } from './sort'
import { voteMajority } from './vote-columns'

/** `isEver`: no interview lacks it. `isIndexed`: an index has the rows in this order, both ways. */
type Column = { column: SQL; kind: SortValueKind; isEver?: boolean; isIndexed?: boolean }

const text = (value: SQL): Column => ({ column: codePointOrder(value), kind: 'text' })
const number = (column: SQL): Column => ({ column, kind: 'number' })

const SCORES = perScore((name) => number(sql`(${seen.scores} ->> ${sql.raw(`'${name}'`)})::float8`))

/** Most have none: that is known of all at once, and they need not be counted one by one. */
const HAS_NOTE = sql`EXISTS (SELECT FROM ${notes} WHERE ${eq(notes.interviewId, seen.id)})`

const YEAR_2020 = 1_577_836_800e6
/** Microseconds, as a number that has room for all of them. */
const SINCE_2020 = sql`(round(date_part('epoch', ${seen.firstSeenAt}) * 1e6) - ${sql.raw(String(YEAR_2020))})`
/** Microseconds that lie between two statuses: no two interviews arrive 38 years apart. */
const A_STATUS = 1.2e15

/** From 1 on. Asked of every row of a list: to look a word up in an array takes longer. */
function rankIn(words: readonly string[], word: SQL): SQL {
  const ranks = words.map((one, at) => sql.raw(`WHEN '${one}' THEN ${at + 1}`))
  return sql`(CASE ${word} ${sql.join(ranks, sql` `)} END)::float8`
}

/** What an interview is sorted by, or asked to lie between. */
export const SORT_COLUMNS: Record<SortKey, Column> = {
  seen: { column: sql`${seen.firstSeenAt}`, kind: 'microseconds', isEver: true, isIndexed: true },
  candidate: { ...text(sql`${seen.candidateKey}`), isIndexed: true },
  email: { ...text(sql`left(${seen.candidateEmail}, 200)`), isIndexed: true },
  flow: text(sql`${titles.flowTitleKey}`),
  team: text(sql`${titles.teamNameKey}`),
  state: { ...text(sql`${seen.state}`), isEver: true, isIndexed: true },
  score: number(sql`${seen.generalScore}`),
  ...SCORES,
  votes: number(voteMajority),
  duration: { ...number(sql`${seen.duration}`), isIndexed: true },
  talk: { ...number(sql`${seen.talk}`), isIndexed: true },
  // None, sound, picture.
  recording: {
    ...number(sql`(${seen.hasAudio}::int + 2 * ${seen.hasVideo}::int)::float8`),
    ...{ isEver: true, isIndexed: true },
  },
  you: number(rankIn(READER_PROGRESS, seen.progress)),
  notes: number(
    sql`(CASE WHEN ${seen.showsColleagues} THEN CASE WHEN ${HAS_NOTE} THEN ${titles.noteCount} ELSE 0 END END)::float8`,
  ),
  // Of one status what arrived last comes first.
  status: {
    ...number(sql`(${rankIn(STATUSES, seen.status)} * ${sql.raw(String(A_STATUS))}::float8 - ${SINCE_2020})`),
    isEver: true,
  },
}

/** What stands for a status and an arrival, read again: the arrival in microseconds since 1970. */
export function readStatusValue(value: number): { status: Status; arrival: number } {
  const rank = Math.round(value / A_STATUS)
  return { status: STATUSES[rank - 1] ?? 'new', arrival: rank * A_STATUS - value + YEAR_2020 }
}

/** Whether the first rows in this order are found without looking at the others. */
export function isIndexed({ key }: Sort): boolean {
  return SORT_COLUMNS[key].isIndexed === true
}

/** What the rows are sorted by; never null, as what stands for a missing value is behind all others. */
export function sortColumn({ key, descending }: Sort): SQL {
  const { column, kind, isEver } = SORT_COLUMNS[key]
  return isEver ? column : missingLast(column, kind, descending)
}

function lastIn({ key, descending }: Sort): SQL {
  return lastOf(SORT_COLUMNS[key].kind, descending)
}

/** A position as it was read, or as the statement itself finds it: what its row is sorted by, and its id. */
type Standing = Position | Place

/** Where rows have what they are sorted by, and their ids. */
type Place = { value: SQL; id: SQL | PgColumn }

function inList(sort: Sort): Place {
  return { value: sortColumn(sort), id: seen.id }
}

/** What the rows are sorted by, as it goes into a cursor and back without loss; null where it is missing. */
export function sortValue(sort: Sort, value: SQL = sortColumn(sort)): SQL<Position['value']> {
  const { kind, isEver } = SORT_COLUMNS[sort.key]
  if (kind === 'microseconds') return sql`(extract(epoch FROM ${value}) * 1000000)::float8`
  return isEver ? sql`${value}` : sql`nullif(${value}, ${lastIn(sort)})`
}

/** Of rows that have the same. What arrived together, as a page of a pull does, stays as it is in a list that goes down. */
export function idsRise({ key, descending }: Sort): boolean {
  return !descending || key === 'seen'
}

/** A missing value comes last in both directions; the id makes the order total. */
export function orderBy(sort: Sort, place = inList(sort)): SQL {
  return ordered(place, { isDown: sort.descending, idsRise: idsRise(sort) })
}

/** The same order from its end. */
export function reverseOrderBy(sort: Sort): SQL {
  return ordered(inList(sort), { isDown: !sort.descending, idsRise: !idsRise(sort) })
}

/** Where ids go the other way than the value, said of missing values as the index has it that was made for that. */
function ordered({ value, id }: Place, goes: { isDown: boolean; idsRise: boolean }): SQL {
  if (goes.isDown) return goes.idsRise ? sql`${value} DESC NULLS LAST, ${id}` : sql`${value} DESC, ${id} DESC`
  return goes.idsRise ? sql`${value}, ${id}` : sql`${value} NULLS FIRST, ${id} DESC`
}

/** Throws `invalid_input` for a cursor that no list in this order gave. */
export function readPosition({ key }: Sort, cursor: string): Position {
  return readCursor(key, cursor, SORT_COLUMNS[key].kind)
}

/** The rows behind a position: stable while new ones arrive before it, and an index begins there. */
export function isAfter(sort: Sort, position: Standing, place = inList(sort)): SQL {
  return isBeyond(sort, { position, place, isUp: !sort.descending })
}

/** The rows in front of a position. */
export function isBefore(sort: Sort, position: Standing): SQL {
  return isBeyond(sort, { position, place: inList(sort), isUp: sort.descending })
}

type Beyond = { position: Standing; place: Place; isUp: boolean }

function isBeyond(sort: Sort, { position, place: { value, id }, isUp }: Beyond): SQL {
  const bound = boundOf(sort, position.value)
  if (idsRise(sort) !== sort.descending)
    return sql`((${value}, ${id}) ${isUp ? sql`>` : sql`<`} (${bound}, ${position.id}))`
  const isOther = sql`(${value} <> ${bound} OR ${id} ${isUp ? sql`<` : sql`>`} ${position.id})`
  return sql`(${value} ${isUp ? sql`>=` : sql`<=`} ${bound} AND ${isOther})`
}

/** A position's value in a statement. */
export function boundOf(sort: Sort, value: Standing['value']): SQL {
  if (value instanceof SQL) return value
  return value === null ? lastIn(sort) : PARAMETERS[SORT_COLUMNS[sort.key].kind](value)
}

const PARAMETERS: Record<SortValueKind, (value: string | number) => SQL> = {
  text: (value) => sql`${value}::text`,
  number: (value) => sql`${value}::float8`,
  microseconds: (value) => sql`(timestamptz 'epoch' + ${value}::float8 * interval '1 microsecond')`,
}
