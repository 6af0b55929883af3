// How many a list holds is told to whoever only looks at it up to a thousand, and to an API to the last.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, givenInterview } from '../../db/testing/interview'
import { parseInterviewFilter } from './filter'
import { findNeighbours, findNews, listInterviews } from './queries'
import { requireSince } from './since'

const COUNT = 1_010
const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))
const idOf = (place: number) => asId(`int-${String(place).padStart(4, '0')}`)

/** From the newest to the oldest, all found by the same word. */
beforeAll(async () => {
  await db().execute(sql`
    INSERT INTO interviews (id, flow_id, team_id, state, candidate_key, scores, content_hash, first_seen_at, lexemes)
    SELECT 'int-' || lpad(place::text, 4, '0'), 'flow', CASE WHEN place < 20 THEN 'few' ELSE 'many' END, 'ready',
      lpad(place::text, 4, '0'), '{}', '', timestamptz '2026-01-01' - place * interval '1 second', '''s:night'''::tsvector
    FROM generate_series(0, ${COUNT - 1}::int) AS place`)
})

test.each(['', 'q=night', 'sort=candidate', 'flow=flow&q=said:night'])(
  'the list of %j says that there are more than a thousand, and to whom asks all of them',
  async (search) => {
    const viewer = await givenViewer()
    const totalOf = async (asked: string) => (await listInterviews(viewer, filterOf(`${search}&${asked}`))).total
    expect([await totalOf('total=bounded'), await totalOf('total=exact'), await totalOf('')]).toEqual([
      1_001,
      COUNT,
      COUNT,
    ])
    expect(await totalOf('total=bounded&team=few')).toBe(20)
  },
)

test('who sees few of many is told of those few', async () => {
  const viewer = await givenViewer({ teams: ['few'] })
  expect((await listInterviews(viewer, filterOf('total=bounded'))).total).toBe(20)
  expect(await findNeighbours(viewer, filterOf(''), idOf(19))).toMatchObject({ next: null, position: 20, total: 20 })
})

test.each(['', 'q=night', 'sort=candidate', 'sort=team', 'sort=status'])(
  'whoever walks the list of %j is told their place as far as it is counted, and both neighbours wherever they are',
  async (search) => {
    const viewer = await givenViewer()
    for (const place of [0, 998, 999, 1_000, COUNT - 1])
      expect(await findNeighbours(viewer, filterOf(search), idOf(place))).toEqual({
        previous: place === 0 ? null : idOf(place - 1),
        next: place === COUNT - 1 ? null : idOf(place + 1),
        position: Math.min(place + 1, 1_002),
        total: 1_001,
      })
  },
)

test('news of a list count it as it was asked for', async () => {
  const viewer = await givenViewer()
  const { asOf } = await listInterviews(viewer, filterOf(''))
  const since = requireSince(new URLSearchParams({ since: asOf }))
  await givenInterview({ teamId: 'other' })
  expect((await findNews(viewer, filterOf('total=bounded'), since)).total).toBe(1_001)
  expect((await findNews(viewer, filterOf(''), since)).total).toBe(COUNT + 1)
})
