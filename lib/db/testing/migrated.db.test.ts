import { Client } from 'pg'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { operator } from '../../auth/operator'
import { addMember } from '../../members/commands'
import { ADDED } from '../../testing/audited/scene'
import { closePool, db } from '../client'
import { flowDefaults } from '../schema/flow-settings'
import { openMigratedDatabase } from './database'
import { everyRow } from './every-row'

let migrated: Record<string, unknown>
beforeAll(async () => {
  await onceAgain(['CREATE TABLE of_this_test (id int)'])
  migrated = await everyRow(ONCE)
})
afterEach(closePool)

async function onceAgain(statements: string[]) {
  await closePool()
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
  await openMigratedDatabase()
}

const addOne = () => addMember(operator(), { ...ADDED, email: `${crypto.randomUUID()}@example.com` })

/** When each migration was applied. */
const ONCE = { but: ['migrations'] }
const COUNTED = `SELECT count(*)::int AS columns FROM pg_stats WHERE schemaname = 'public'`

test.each([
  { changed: 'rows alone', statements: ['ANALYZE'] },
  { changed: 'a table that is added', statements: ['CREATE TABLE of_this_test (id int)'] },
  { changed: 'a column that is gone', statements: ['ALTER TABLE members DROP COLUMN name CASCADE'] },
  { changed: 'a table that is gone', statements: ['DROP TABLE notes CASCADE'] },
  { changed: 'a trigger that is off', statements: ['ALTER TABLE audit_events DISABLE TRIGGER USER'] },
])('after $changed, each file begins with what migrations leave', async ({ statements }) => {
  await addOne()
  await db().update(flowDefaults).set({ blindColleagues: false })

  await onceAgain(statements)
  expect(await everyRow(ONCE)).toEqual(migrated)
  expect((await db().execute(COUNTED)).rows).toEqual([{ columns: 0 }])
  // And the log begins where it began, and takes nothing back.
  await addOne()
  expect((await db().execute('SELECT min(seq)::int AS seq FROM audit_events')).rows).toEqual([{ seq: 1 }])
  await expect(db().execute('DELETE FROM audit_events')).rejects.toThrow()
})
