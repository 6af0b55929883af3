// More than a statement has room for, or is handed out at once.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { givenViewer } from '../db/testing/fixtures'
import { MOST_ASSIGNED } from './assignment'
import { assignFlow } from './commands'
import { ids, idsOf, recruiter, shared, standing, team, withdraw, withFlowToHandOut } from './testing/handing-out'

withFlowToHandOut()

test('more are handed out, and taken back, at once than a statement has room for', async () => {
  const columns = await copyable()
  await db().execute(sql`INSERT INTO interviews (id, ${columns})
    SELECT 'copy ' || n, ${columns} FROM interviews, generate_series(1, 1316) AS n WHERE id = ${ids[0]}`)
  const many = await Promise.all(Array.from({ length: 10 }, () => givenViewer({ role: 'reviewer', teams: [team] })))
  const { assignmentIds, unfilled } = await assignFlow(recruiter, shared({ memberIds: idsOf(many), votesEach: 10 }))
  expect({ assigned: assignmentIds.length, unfilled }).toEqual({ assigned: 13_200, unfilled: 0 })
  await expect(withdraw(recruiter, assignmentIds)).resolves.toBe(assignmentIds.length)
}, 180_000)

test('of more than are handed out at once those that came first are, and the rest is told of and comes next', async () => {
  const columns = await copyable()
  await db().execute(sql`INSERT INTO interviews (id, ${columns})
    SELECT 'one of many ' || n, ${columns} FROM interviews, generate_series(1, ${MOST_ASSIGNED - 1}) AS n WHERE id = ${ids[0]}`)
  // What was written last stands last of itself.
  await db().execute(sql`UPDATE interviews SET first_seen_at = now() - interval '1 day'
    WHERE id LIKE 'one of many %' OR id = ${ids[3]}`)
  const first = await assignFlow(recruiter, shared())
  expect([first.assignmentIds.length, first.left]).toEqual([MOST_ASSIGNED, 3])
  const assigned = new Set((await standing()).map(({ interviewId }) => interviewId))
  expect(ids.map((id) => assigned.has(id))).toEqual([false, false, false, true])
  const second = await assignFlow(recruiter, shared())
  expect([second.assignmentIds.length, second.left]).toEqual([3, 0])
}, 180_000)

/** All columns of an interview that a copy of it may have too. */
async function copyable() {
  const { rows } = await db().execute<{ names: string }>(sql`SELECT string_agg(quote_ident(column_name), ', ') AS names
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'interviews' AND column_name <> 'id' AND is_generated = 'NEVER'`)
  return sql.raw(rows[0]?.names ?? '')
}
