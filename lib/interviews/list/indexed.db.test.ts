// A list of as many interviews as there are shows its first rows without sorting the others.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
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

type Plan = { 'Node Type': string; 'Subplan Name'?: string; Plans?: Plan[] }

const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.custom<Plan>() })]) })])

/** What Postgres would do to find the ids of the first rows if it could help sorting; the rows themselves are few. */
async function stepsOf(sort: Sort): Promise<string[]> {
  const viewer = await givenViewer()
  const filter = { ...EVERYTHING, sort }
  return db().transaction(async (tx) => {
    await tx.execute(
      sql`SELECT set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`,
    )
    const page = selectPage(viewer, tx, { filter, matching: narrowingBy(filter), position: null })
    const { rows } = await tx.execute(sql`EXPLAIN (FORMAT JSON) ${page.getSQL()}`)
    const [{ 'QUERY PLAN': said }] = explained.parse(rows)
    const ofPage = nodesOf(said[0].Plan).find((node) => node['Subplan Name'] === 'CTE page')
    if (!ofPage) throw new Error('the page is not found by itself')
    return nodesOf(ofPage).map((node) => node['Node Type'])
  })
}

function nodesOf(node: Plan): Plan[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

test('the sorts that are said to have an index have it both ways, and no other', async () => {
  await givenInterview()
  const walked = []
  for (const sort of SORTS) if (!(await stepsOf(sort)).some((step) => step.endsWith('Sort'))) walked.push(sort)
  expect(walked).toEqual(SORTS.filter((sort) => isIndexed(sort)))
})
