// A list of as many interviews as there are shows its first rows without sorting the others.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { EVERYTHING } from './filter'
import { narrowingBy } from './narrowing'
import { isIndexed } from './order'
import { selectPage } from './page'
import { SORT_KEYS, type Sort } from './sort'

const SORTS = SORT_KEYS.flatMap((key): Sort[] => [
  { key, descending: false },
  { key, descending: true },
])

/** How Postgres would read the first rows if it could help sorting. */
async function planOf(sort: Sort): Promise<string> {
  const viewer = await givenViewer()
  const filter = { ...EVERYTHING, sort }
  return db().transaction(async (tx) => {
    await tx.execute(
      sql`SELECT set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`,
    )
    const page = selectPage(viewer, tx, { filter, matching: narrowingBy(filter), position: null })
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${page.getSQL()}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

test('the sorts that are said to have an index have it both ways, and no other', async () => {
  await givenInterview()
  const walked = []
  for (const sort of SORTS) if (!/\bSort\b/.test(await planOf(sort))) walked.push(sort)
  expect(walked).toEqual(SORTS.filter((sort) => isIndexed(sort)))
})
