// Must hold 14: who ends a session at the moment in which another one comes in its place ends that one too.
import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { endOwnSession } from '../account/commands'
import { toldBy } from '../audit/testing/told'
import { db, type Transaction } from '../db/client'
import { sessions } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { untilItWaits } from '../db/testing/until-it-waits'
import * as lifecycle from './session'
import { leaveFormer, signOut } from './sign-in/sign-out'
import * as looking from './viewer'
import type { May } from './viewer'

afterEach(() => void vi.restoreAllMocks())

const begun = { expiresAt: '2100-01-01T00:00:00Z' }

/** A member with two sessions, of which the other one is to end. */
async function given() {
  const viewer = whoMay(await givenViewer(), 'account.manage')
  const [other] = await db()
    .insert(sessions)
    .values({ ...begun, memberId: viewer.memberId })
    .returning()
  if (!other) throw new Error('nobody is signed in there')
  return { viewer, other: other.id }
}

type Given = { viewer: May<'account.manage'>; other: string }
const ENDS: Record<string, (given: Given) => Promise<void>> = {
  'signs out': ({ other }) => signOut(other),
  'ends it from elsewhere': ({ viewer, other }) => endOwnSession(viewer, other),
}
const REPLACES: Record<string, (tx: Transaction, given: Given) => Promise<unknown>> = {
  'a new password': (tx, { other }) => lifecycle.renewSession(other, { on: tx }),
  'a passkey that was required': (tx, { viewer: { memberId } }) => tx.insert(sessions).values({ ...begun, memberId }),
}

/** Somebody else commits what they do while whoever ends a session waits for it; the embedded database lets in one at a time. */
async function whileItWaits(end: () => Promise<void>, does: (tx: Transaction) => Promise<unknown>) {
  if (!process.env.TEST_DATABASE_URL) {
    const { endSession } = lifecycle
    vi.spyOn(lifecycle, 'endSession').mockImplementationOnce(async (id, tx) => {
      await does(tx as Transaction)
      return endSession(id, tx)
    })
    return end()
  }
  let ending = Promise.resolve()
  await db().transaction(async (tx) => {
    await does(tx)
    ending = end()
    await untilItWaits(tx, ending)
  })
  return ending
}

async function idsOf({ memberId }: Given['viewer']): Promise<string[]> {
  const rows = await db().select({ id: sessions.id }).from(sessions).where(eq(sessions.memberId, memberId))
  return rows.map(({ id }) => id)
}

const MATRIX = Object.entries(ENDS).flatMap(([end, ends]) =>
  Object.entries(REPLACES).map(([what, replaces]) => ({ end, ends, what, replaces })),
)

test.each(MATRIX)('whoever $end while $what puts another session in its place has ended that one', async (of) => {
  const told = await given()
  const { viewer, other } = told
  let successor: string | undefined
  const events = await toldBy(() =>
    whileItWaits(
      () => of.ends(told),
      async (tx) => {
        await of.replaces(tx, told)
        await lifecycle.endSession(other, tx)
        const rows = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.memberId, viewer.memberId))
        successor = rows.map(({ id }) => id).find((id) => id !== viewer.sessionId)
      },
    ),
  )
  expect(successor).toBeDefined()
  await expect(idsOf(viewer)).resolves.toEqual([viewer.sessionId])
  expect(events).toMatchObject([{ code: 'signed_out', payload: { sessionId: successor } }])
})

test.each(Object.entries(ENDS))('whoever %s what was ended meanwhile ends no other session', async (_, ends) => {
  const told = await given()
  const { viewer, other } = told
  await whileItWaits(
    () => ends(told),
    (tx) => lifecycle.endSession(other, tx),
  )
  await expect(idsOf(viewer)).resolves.toEqual([viewer.sessionId])
})

test('who signs out as their session is put in the place of another, before it is known whose it is, has ended both', async () => {
  const { viewer, other } = await given()
  const { findHolderBySession } = looking
  vi.spyOn(looking, 'findHolderBySession').mockImplementationOnce(async (id) => {
    await db().transaction(async (tx) => {
      await lifecycle.renewSession(other, { on: tx })
      await lifecycle.endSession(other, tx)
    })
    return findHolderBySession(id)
  })
  await signOut(other)
  await expect(idsOf(viewer)).resolves.toEqual([viewer.sessionId])
})

test('who signs in anew in two tabs keeps the session that the other tab has begun', async () => {
  const { viewer, other } = await given()
  const inAnotherTab = async (tx: Transaction) => {
    await lifecycle.endSession(other, tx)
    await tx.insert(sessions).values({ ...begun, memberId: viewer.memberId })
  }
  await whileItWaits(() => leaveFormer(other), inAnotherTab)
  await expect(idsOf(viewer)).resolves.toHaveLength(2)
})

test('nobody ends a session of another member', async () => {
  const [{ viewer }, { other }] = [await given(), await given()]
  await endOwnSession(viewer, other)
  await expect(db().$count(sessions, eq(sessions.id, other))).resolves.toBe(1)
})
