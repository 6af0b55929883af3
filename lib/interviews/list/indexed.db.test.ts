// A list of as many interviews as there are shows its rows without sorting or passing over the others.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import type { Position } from './cursor'
import { EVERYTHING } from './filter'
import { narrowingBy } from './narrowing'
import { isIndexed, SORT_COLUMNS } from './order'
import { selectPage, selectSortedPage } from './page'
import { SORT_KEYS, type Sort } from './sort'

const SORTS = SORT_KEYS.flatMap((key): Sort[] => [
  { key, descending: false },
  { key, descending: true },
])
const INDEXED = SORTS.filter((sort) => isIndexed(sort))

let viewer: Viewer
beforeAll(async () => {
  await givenInterview()
  await givenInterview()
  viewer = await givenViewer()
})

type Asked = { sort: Sort; position?: Position | null; read?: typeof selectPage | typeof selectSortedPage }
const SORTING = ['enable_sort', 'enable_incremental_sort', 'enable_bitmapscan']

/** How Postgres would read rows from there on if it could help what is named. */
async function planOf({ sort, position = null, read = selectPage }: Asked, helped = SORTING): Promise<string> {
  const filter = { ...EVERYTHING, sort }
  return db().transaction(async (tx) => {
    for (const way of helped) await tx.execute(sql`SELECT set_config(${way}, 'off', true)`)
    const page = read(viewer, tx, { filter, matching: narrowingBy(filter), position })
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${page.getSQL()}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

test('the sorts that are said to have an index have it both ways, and no other', async () => {
  const walked = []
  for (const sort of SORTS) if (!/\bSort\b/.test(await planOf({ sort }))) walked.push(sort)
  expect(walked).toEqual(INDEXED)
})

test.each(INDEXED)(
  'sorted by $key (down: $descending), a page begins in the index where the last one ended',
  async (sort) => {
    const { kind, isEver } = SORT_COLUMNS[sort.key]
    const values = [kind === 'text' ? 'm' : 1, ...(isEver ? [] : [null])]
    for (const value of values) {
      const plan = await planOf({ sort, position: { value, id: 'int' } })
      expect(plan).not.toMatch(/\bSort\b/)
      expect(plan).toMatch(/Index Cond: \((?:ROW\(|first_seen_at <=)/)
    }
  },
)

test('where no index has the order, the rows of a page are looked up by their ids, and no others put together', async () => {
  for (const sort of SORTS.filter((one) => !isIndexed(one))) {
    const plan = await planOf({ sort, read: selectSortedPage }, ['enable_seqscan'])
    expect(plan).toMatch(/Index Cond: \(id = ANY \((?:\$|\(InitPlan|CASE)/)
  }
})

test('where those that are alike fill a page, the rest is not read', async () => {
  const filter = { ...EVERYTHING, sort: { key: 'status', descending: false } as const, total: 'bounded' as const }
  const plan = async (limit: number) => {
    const page = selectSortedPage(viewer, db(), { filter: { ...filter, limit }, matching: sql`true`, position: null })
    const { rows } = await db().execute<{ 'QUERY PLAN': string }>(sql`EXPLAIN (ANALYZE) ${page.getSQL()}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  expect(await plan(1)).toMatch(/->  Sort .*never executed/)
  expect(await plan(2)).not.toMatch(/->  Sort .*never executed/)
})
