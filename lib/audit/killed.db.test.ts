import { fork } from 'node:child_process'
import { once } from 'node:events'
import { asc } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { auditEvents, auditLeaves } from '../db/schema/audit'
import { sealEvents } from './seal'
import { emptyLog } from './testing/tamper'
import { verifyEvents } from './verify'

beforeEach(emptyLog)

const seqs = async (table: typeof auditEvents | typeof auditLeaves) =>
  (await db().select({ seq: table.seq }).from(table).orderBy(asc(table.seq))).map(({ seq }) => seq)

/** A replica that is killed once it has said of so many changes that they are done; how many it has said it of in all. */
async function killedAfter(changes: number): Promise<number> {
  const replica = fork('lib/audit/testing/telling-process.ts', [], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  })
  let said = 0
  replica.on('message', () => {
    said += 1
    if (said === changes) replica.kill('SIGKILL')
  })
  await once(replica, 'exit')
  return said
}

test('a kill between a change and its seal, or within either, loses and doubles nothing', async () => {
  let said = 0
  for (const changes of [1, 2, 5, 9, 14]) {
    const [one, other] = await Promise.all([killedAfter(changes), killedAfter(changes + 1)])
    said += one + other
    const told = await db().$count(auditEvents)
    // Of each replica one more may have been done than it could say.
    expect(told).toBeGreaterThanOrEqual(said)
  }
  await sealEvents()
  expect(await seqs(auditLeaves)).toEqual(await seqs(auditEvents))
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, unsealed: 0 })
  await expect(db().$count(auditEvents)).resolves.toBeLessThanOrEqual(said + 10)
})
