// Must hold 37, of a log that was sealed by a chain before there was a tree.
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { chained, GENESIS } from './chain'
import type { KeptHead } from './head'
import { sealEvents } from './seal'
import { listStored } from './stored'
import { ALTERATIONS, givenEvents, giveUpTo } from './testing/history'
import { emptyLog, tamper } from './testing/tamper'
import { verifyEvents } from './verify'

beforeEach(emptyLog)

/** As the version before sealed them. */
async function givenChain(upTo = 1_000): Promise<KeptHead> {
  let [size, hash] = [0, GENESIS]
  let seq = 0
  for (const event of await listStored(db(), { after: 0, upTo, limit: 1_000 })) {
    ;[size, seq, hash] = [size + 1, event.seq, chained(hash, event)]
    await db().execute(
      sql`INSERT INTO audit_seals (size, seq, hash) VALUES (${size}, ${seq}, ${Buffer.from(hash, 'hex')})`,
    )
  }
  return { of: 'chain', size, seq, root: hash }
}

test('a log that was sealed by a chain is sealed by the tree from then on, and is held against both', async () => {
  await givenEvents([1, 2, 4, 5])
  const chain = await givenChain(4)
  // Before the first run: against the chain alone.
  await expect(verifyEvents(operator(), [chain])).resolves.toMatchObject({ flaw: null, head: { size: 0 }, unsealed: 4 })
  await expect(sealEvents()).resolves.toBe(4)
  await expect(verifyEvents(operator(), [chain])).resolves.toMatchObject({ flaw: null, head: { size: 4 }, unsealed: 0 })
  await givenEvents([7, 8])
  await sealEvents()
  await expect(verifyEvents(operator(), [chain])).resolves.toMatchObject({ flaw: null, head: { size: 6, seq: 8 } })
  const another = { ...chain, root: createHash('sha256').digest('hex') }
  await expect(verifyEvents(operator(), [another])).resolves.toEqual({ flaw: 'not_of_head', seq: 4 })
  await expect(verifyEvents(operator(), [{ ...chain, size: 9 }])).resolves.toEqual({ flaw: 'cut_off', seq: 9 })
})

test.each(Object.entries(ALTERATIONS))(
  '%s that was altered before the tree was built is found by the chain',
  async (_, set) => {
    await givenEvents([1, 2, 4, 5])
    await givenChain()
    await tamper((tx) => tx.execute(sql`UPDATE audit_events SET ${set} WHERE seq = 2`))
    await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'altered', seq: 2 })
    await sealEvents()
    await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'altered', seq: 2 })
  },
)

test('an event that was removed before the tree was built is found by the chain', async () => {
  await givenEvents([1, 2, 4, 5])
  await givenChain()
  await tamper((tx) => tx.execute(sql`DELETE FROM audit_events WHERE seq = 2`))
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'removed', seq: 2 })
})

test.each([
  ['one that counts more than there were', 'size + 10', 'removed'],
  ['one that counts fewer', 'size - 10', 'added'],
])('a seal of the chain is found by its size: %s', async (_, size, flaw) => {
  await givenEvents([1, 2, 4, 5])
  await givenChain()
  await tamper((tx) => tx.execute(sql`UPDATE audit_seals SET size = ${sql.raw(size)} WHERE seq = 4`))
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw, seq: 4 })
})

test('a replica of the version before may go on with its chain while others build the tree', async () => {
  await givenEvents([1, 2])
  await sealEvents()
  await giveUpTo(3)
  await db()
    .execute(sql`INSERT INTO audit_events (seq, encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    OVERRIDING SYSTEM VALUE VALUES (3, 2, 'member', gen_random_uuid(), gen_random_uuid(), 'aa', 'interview.viewed', 'iv', '{}')`)
  const chain = await givenChain()
  await expect(verifyEvents(operator(), [chain])).resolves.toMatchObject({ flaw: null, head: { size: 2 }, unsealed: 1 })
  await givenEvents([4])
  await sealEvents()
  await expect(verifyEvents(operator(), [chain])).resolves.toMatchObject({ flaw: null, head: { size: 4 }, unsealed: 0 })
})
