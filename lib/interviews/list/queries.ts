import 'server-only'
import { and, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../../auth/viewer'
import { flows, interviews, teams } from '../../db/schema/interviews'
import { members } from '../../db/schema/members'
import { explain } from '../../search/explain'
import { parseQuery } from '../../search/query'
import { searching, type Connection } from '../../search/searching'
import { writeCursor, type Position } from './cursor'
import type { InterviewFilter } from './filter'
import type { InterviewPage, ListNews, Neighbours } from './list'
import { narrowingBy } from './narrowing'
import { isAfter, isBefore, orderBy, readPosition, reverseOrderBy, sortValue } from './order'
import { toRow, rowColumns } from '../row'
import { AS_OF, EVER, isOfAnotherServer, isSince, type Since } from './since'
import { visibleTo } from '../visible'

const MOST_NEWS = 100

/** A day; when what left which team is kept an hour longer. */
const NEWS_AGE_MS = 86_400_000

const MOMENTS_A_ROW = 3

/** Throws `invalid_input` for a cursor that no list gave. */
export async function listInterviews(viewer: Viewer, filter: InterviewFilter): Promise<InterviewPage> {
  const { sort, cursor, limit } = filter
  const query = parseQuery(filter.q)
  const position = cursor === null ? null : readPosition(sort, cursor)
  const matching = matches(viewer, filter)
  const { rows, count } = await searching(query, async (on, condition) => {
    const found = foundBy(on, condition)
    const page = await on
      .with(...found)
      .select({
        ...rowColumns,
        sortValue: sortValue(sort),
        total: sql<number>`${countMatching(on, null, matching)}`,
        asOf: AS_OF,
      })
      .from(interviews)
      .leftJoin(flows, eq(flows.id, interviews.flowId))
      .leftJoin(teams, eq(teams.id, interviews.teamId))
      .where(position === null ? matching : and(matching, isAfter(sort, position)))
      .orderBy(orderBy(sort))
      .limit(limit + 1)
    // Behind the last page there is no row to say it.
    const isBehind = page.length === 0 && position !== null
    return { rows: page, count: isBehind ? await total(on, condition, matching) : 0 }
  })

  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const items = page.map((row) => toRow(row))
  return {
    items,
    ...(await explain(query, items, MOMENTS_A_ROW)),
    total: rows[0]?.total ?? count,
    nextCursor: last ? writeCursor({ value: last.sortValue, id: last.id }) : null,
    asOf: rows[0]?.asOf ?? EVER,
  }
}

/**
 * What happened to a list since it was read, up to `filter.cursor`: cheap while nothing did. Throws `invalid_input` for a cursor
 * that no list gave.
 */
export async function findNews(viewer: Viewer, filter: InterviewFilter, since: Since): Promise<ListNews> {
  const { sort, cursor } = filter
  const isNew = isSince(interviews.firstSeenIn, since)
  const isRead = cursor === null ? sql`true` : sql`NOT ${isAfter(sort, readPosition(sort, cursor))}`
  const { rows, left, asOf, count } = await searching(parseQuery(filter.q), async (on, condition) => {
    const matching = matches(viewer, filter)
    const holds = sql<boolean>`(${matching}) AND (${condition ?? sql`true`}) AND (${isNew} OR ${isRead})`
    // Its `asOf` is the first of two, so that what happens in between is told again rather than never.
    const { left, asOf } = await leftSince(on, viewer, since)
    const changed = await on
      .select({ ...rowColumns, holds, isNew: sql<boolean>`${isNew}` })
      .from(interviews)
      .leftJoin(flows, eq(flows.id, interviews.flowId))
      .leftJoin(teams, eq(teams.id, interviews.teamId))
      .where(and(visibleTo(viewer), isSince(interviews.updatedIn, since)))
      .orderBy(desc(interviews.updatedIn))
      .limit(MOST_NEWS + 1)
    const isNews = changed.length > 0 || (left !== null && left.length > 0)
    return { rows: changed, left, asOf, count: isNews ? await total(on, condition, matching) : null }
  })

  const told = rows.slice(0, MOST_NEWS)
  return {
    arrived: told.filter((row) => row.holds).map((row) => row.id),
    changed: told.filter((row) => !row.isNew).map((row) => toRow(row)),
    left: left ?? [],
    isOutdated: left === null,
    missed: rows.length > MOST_NEWS,
    total: count,
    asOf: count === null ? since.asOf : asOf,
  }
}

/** What has moved out of this viewer's teams since then, which they could see until it did; null where that is too much or too long ago to tell. */
async function leftSince(on: Connection, viewer: Viewer, since: Since) {
  const seesAll = viewer.teams === 'all'
  // Members get their teams when they are added, so what left before then they never saw.
  const wasTheirs = sql`EXISTS (SELECT FROM jsonb_each(${interviews.leftTeams}) AS team (id, departure)
    WHERE team.id = ANY(${sql.param(seesAll ? [] : [...viewer.teams])}) AND ${isSince(sql`(departure ->> 'in')::xid8`, since)}
      AND (departure ->> 'at')::timestamptz > (SELECT ${members.createdAt} FROM ${members} WHERE ${members.id} = ${viewer.memberId}))`
  const left = on
    .select({ id: interviews.id })
    .from(interviews)
    .where(sql`NOT coalesce(${visibleTo(viewer)}, false) AND ${isSince(interviews.updatedIn, since)} AND ${wasTheirs}`)
    .limit(MOST_NEWS + 1)
  const { rows } = await on.execute<{ asOf: string; isUnknown: boolean; left: string[] }>(
    sql`SELECT ${AS_OF} AS "asOf", ${isOfAnotherServer(since)} AS "isUnknown", ARRAY${left} AS "left"`,
  )
  const { asOf, isUnknown, left: ids } = rows[0] ?? { asOf: since.asOf, isUnknown: true, left: [] }
  const isLongAgo = !seesAll && Date.parse(since.at) < Date.now() - NEWS_AGE_MS
  return { asOf, left: isUnknown || isLongAgo || ids.length > MOST_NEWS ? null : ids }
}

/** Who stands before and after this interview in a list; null when the list does not hold it. */
export async function findNeighbours(viewer: Viewer, filter: InterviewFilter, id: string): Promise<Neighbours | null> {
  if (id.includes('\0')) return null
  const { sort } = filter
  return searching(parseQuery(filter.q), async (on, condition) => {
    const matching = matches(viewer, filter)
    const found = condition ? sql`WITH ${interviews} AS MATERIALIZED (${listedColumns(on).where(condition)}) ` : sql``
    const here = await on.execute<Position>(
      sql`${found}SELECT ${interviews.id}, ${sortValue(sort)} AS value FROM ${LISTED} WHERE ${matching} AND ${interviews.id} = ${id}`,
    )
    if (!here.rows[0]) return null

    const [before, after] = [isBefore(sort, here.rows[0]), isAfter(sort, here.rows[0])]
    const around = await on.execute<Neighbours>(sql`
      ${found}SELECT (SELECT ${interviews.id} FROM ${LISTED} WHERE ${matching} AND ${before} ORDER BY ${reverseOrderBy(sort)} LIMIT 1) AS previous,
        (SELECT ${interviews.id} FROM ${LISTED} WHERE ${matching} AND ${after} ORDER BY ${orderBy(sort)} LIMIT 1) AS next,
        1 + (count(*) FILTER (WHERE ${before}))::int AS position, count(*)::int AS total
      FROM ${LISTED} WHERE ${matching}`)
    return around.rows[0] ?? null
  })
}

/** Everything that a list is narrowed and sorted by. */
const LISTED = sql`${interviews} LEFT JOIN ${flows} ON ${flows.id} = ${interviews.flowId} LEFT JOIN ${teams} ON ${teams.id} = ${interviews.teamId}`

function countMatching(on: Connection, condition: SQL | null, matching: SQL) {
  return on
    .with(...foundBy(on, condition))
    .select({ total: sql<number>`count(*)::int` })
    .from(interviews)
    .where(matching)
}

async function total(on: Connection, condition: SQL | null, matching: SQL): Promise<number> {
  return (await countMatching(on, condition, matching))[0]?.total ?? 0
}

/** Takes the place of the table: what a search has found is found once, however often the list's query looks at it. */
function foundBy(on: Connection, condition: SQL | null) {
  return condition ? [on.$with('interviews').as(listedColumns(on).where(condition))] : []
}

/** All but what is long. */
function listedColumns(on: Connection) {
  const { lexemes: _, isOversize: __, contentHash: ___, ...columns } = getTableColumns(interviews)
  return on.select(columns).from(interviews)
}

function matches(viewer: Viewer, filter: InterviewFilter): SQL {
  return sql.join([visibleTo(viewer), ...narrowingBy(filter)], sql` AND `)
}
