// A statement has room for 65,535 parameters: whatever grows with the mirror is asked for by one.
import { and, eq, sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { linkAttempts } from '../../attempts/commands'
import { listAttempts } from '../../attempts/queries'
import { isAmong } from '../../db/among'
import { db, pool } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { asId } from '../../db/testing/interview'
import { EVERYTHING } from '../../interviews/list/filter'
import { findNeighbours, listAllIds, listInterviews } from '../../interviews/list/queries'
import { findCorrectionsOf } from '../../interviews/standing-corrections'
import { findCoverage } from '../../search/find-coverage'
import { markListed } from './unseen'

const COUNT = 70_000
const AT_ONCE = 2_000
/** So many are of one candidate who was interviewed under two addresses. */
const ATTEMPTS = 100

const idOf = (place: number) => `int-${String(place).padStart(6, '0')}`
const ids = Array.from({ length: COUNT }, (_, place) => idOf(place))

beforeAll(async () => {
  for (let from = 0; from < COUNT; from += AT_ONCE)
    await db().execute(sql`
      INSERT INTO interviews (id, flow_id, team_id, state, candidate_email, candidate_key, scores, content_hash, first_seen_at)
      SELECT 'int-' || lpad(place::text, 6, '0'), 'flow', 'team', 'ready',
        CASE WHEN place < ${ATTEMPTS} THEN 'one' || place % 2 ELSE 'c' || place END || '@example.com', lpad(place::text, 6, '0'),
        '{}', '', timestamptz '2026-01-01' + place * interval '1 second'
      FROM generate_series(${from}::int, ${from + AT_ONCE - 1}::int) AS place`)
})

test('as many as Ribbon’s list of incomplete interviews names are marked', async () => {
  await markListed(ids)
  const isMarked = and(eq(interviews.isIncomplete, true), isAmong(interviews.id, ids))
  expect(await db().$count(interviews, isMarked)).toBe(COUNT)
})

test('corrections of as many interviews as a flow has are found', async () => {
  await expect(findCorrectionsOf(db(), ids)).resolves.toEqual([])
})

test('as many keys as candidates are looked for, and those that are linked tell of their interviews', async () => {
  const viewer = whoMay(await givenViewer({ role: 'admin' }), 'attempt.link')
  await linkAttempts(viewer, asId(idOf(0)), asId(idOf(1)))
  const first = idOf(0)
  // Those that are asked for are told, and of the others as many as there is room for.
  expect((await listAttempts(viewer, ids))[first]).toHaveLength(ATTEMPTS)
  expect((await listAttempts(viewer, [first]))[first]).toHaveLength(50)
})

test('a list of as many is read, walked and exported whole, in any order', async () => {
  const viewer = await givenViewer({ role: 'admin' })
  for (const key of ['seen', 'candidate'] as const) {
    const filter = { ...EVERYTHING, sort: { key, descending: false } }
    const page = await listInterviews(viewer, filter)
    expect([page.total, page.items[0]?.id]).toEqual([COUNT, idOf(0)])
    expect(await listAllIds(viewer, filter, COUNT + 1)).toEqual(ids)
    expect(await findNeighbours(viewer, filter, asId(idOf(40_000)))).toMatchObject({
      previous: idOf(39_999),
      next: idOf(40_001),
    })
  }
})

test('the attempts of a page’s candidates are found without looking at everybody’s', async () => {
  await db().execute(sql`ANALYZE`)
  const viewer = await givenViewer({ role: 'admin' })
  const plan = await planOf(() => listAttempts(viewer, ids.slice(0, 50)))
  expect(plan).toContain('interviews_attempts')
  expect(plan).not.toMatch(/Seq Scan on interviews\b/)
})

/** Of the first statement that is asked. */
async function planOf(ask: () => Promise<unknown>): Promise<string> {
  const query = vi.spyOn(Client.prototype, 'query')
  await ask()
  const [asked] = query.mock.calls.map((call) => call as unknown as [{ text: string; values: unknown[] }])
  query.mockRestore()
  if (!asked) throw new Error('nothing was asked')
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked[0].text}`, asked[0].values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('how many of them can be searched is counted without looking for each among all that cannot', async () => {
  await db().execute(sql`INSERT INTO interview_texts (interview_id, said, asked, name, about, rules)
    SELECT id, '', '', '', '', 0 FROM interviews WHERE id <> ${idOf(0)} ON CONFLICT DO NOTHING`)
  await db().execute(sql`ANALYZE`)
  const viewer = await givenViewer({ role: 'admin' })
  const { searchable, of } = (await findCoverage(viewer)) ?? { searchable: 0, of: 0 }
  expect(of - searchable).toBe(COUNT - 1)
  // What a subplan keeps of them has to fit into memory: of more each would be compared with all.
  expect(await planOf(() => findCoverage(viewer))).not.toContain('SubPlan')
})
