// Must hold 37: an address that is known of an event is the one that asked, whatever NEXTAUTH_SECRET is by now.
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { auditEvents, auditOrigins } from '../db/schema/audit'
import { findOrigin, originPseudonym, tellOrigins } from './origin'
import { sealEvents } from './seal'
import { giveUpTo } from './testing/history'
import { emptyLog, tamper } from './testing/tamper'
import { givenTold } from './testing/told'
import { verifyEvents } from './verify'

const ADDRESSES = ['203.0.113.7', '198.51.100.9']
let seqs: number[]

beforeEach(async () => {
  await emptyLog()
  await db().delete(auditOrigins)
  await givenTold()
  for (const address of ADDRESSES) {
    tellOrigins(async () => address)
    await givenTold(2)
  }
  tellOrigins(undefined)
  await sealEvents()
  seqs = (await db().select().from(auditEvents).orderBy(auditEvents.seq)).map(({ seq }) => seq)
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null })
})

afterEach(() => tellOrigins(undefined))

const ofFirst = eq(auditOrigins.address, ADDRESSES[0] ?? '')

test('two addresses in each other’s place are found, and the first row that one of them is of named', async () => {
  const [first, second] = ADDRESSES
  await db()
    .update(auditOrigins)
    .set({ address: sql`CASE WHEN ${ofFirst} THEN ${second} ELSE ${first} END` })
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'another_address', seq: seqs[1] })
})

test.each([
  ['another address', { address: '192.0.2.3' }],
  ['another address, of an event that seems to be of before there were salts', { address: '192.0.2.3', salt: null }],
  ['another salt', { salt: 'ab'.repeat(32) }],
  [
    'a part of the salt as a part of the address',
    { address: sql`address || left(salt, 2)`, salt: sql`substr(salt, 3)` },
  ],
])('%s is found', async (_, set) => {
  await db().update(auditOrigins).set(set).where(ofFirst)
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'another_address', seq: seqs[1] })
})

test('another address with a salt that is its own is found under the pseudonym of the first', async () => {
  tellOrigins(async () => '192.0.2.3')
  const other = await findOrigin(null)
  await db()
    .update(auditOrigins)
    .set({ address: '192.0.2.3', salt: other?.salt ?? '' })
    .where(ofFirst)
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'another_address', seq: seqs[1] })
})

test('the first of its events is named, in whichever order they lie', async () => {
  await emptyLog()
  await db().insert(auditOrigins).values({ pseudonym: 'of both', address: '192.0.2.3', salt: 'a salt' })
  await giveUpTo(9_002)
  for (const seq of [9_002, 9_001])
    await db().execute(sql`INSERT INTO audit_events (seq, encoding, actor_kind, origin, code, payload)
      OVERRIDING SYSTEM VALUE VALUES (${seq}, 3, 'system', 'of both', 'sign_in.failed', '{}')`)
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'another_address', seq: 9_001 })
})

test('what is forgotten is no flaw, nor is what was told under another NEXTAUTH_SECRET, nor what is of no event', async () => {
  const ofFormerSecret = { address: '192.0.2.3', salt: 'cd'.repeat(32) }
  const pseudonym = originPseudonym(ofFormerSecret.address, ofFormerSecret.salt)
  await db()
    .insert(auditOrigins)
    .values([
      { pseudonym, ...ofFormerSecret },
      { pseudonym: 'of none', address: '192.0.2.4' },
    ])
  await db().execute(sql`INSERT INTO audit_events (encoding, actor_kind, origin, code, payload)
    VALUES (3, 'system', ${pseudonym}, 'sign_in.failed', '{}')`)
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, head: { size: seqs.length + 1 } })
  await db().delete(auditOrigins).where(ofFirst)
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, head: { size: seqs.length + 1 } })
})

test('an event of before there were salts says nothing of its address, and one cannot be made to be one', async () => {
  await tamper((tx) => tx.execute(sql`UPDATE audit_events SET encoding = 2 WHERE seq = ${seqs[1] ?? 0}`))
  await expect(verifyEvents(operator(), [])).resolves.toEqual({ flaw: 'altered', seq: seqs[1] })
  await emptyLog()
  await db().insert(auditOrigins).values({ pseudonym: 'of before', address: '192.0.2.3' })
  await db().execute(sql`INSERT INTO audit_events (encoding, actor_kind, origin, code, payload)
    VALUES (2, 'system', 'of before', 'sign_in.failed', '{}')`)
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, head: { size: 1 } })
})
