// A session that is ended while it waits for its member neither adds a passkey nor takes one away.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { forgetUnproved } from '../auth/oidc/forget-unproved'
import { endSession } from '../auth/session'
import { db, type Transaction } from '../db/client'
import { credentials, invitations, sessions } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { endSessions } from '../members/end-sessions'
import { meanwhile } from '../members/testing/meanwhile'
import { addPasskey, removePasskey } from './commands'
import { softwareAuthenticator } from './testing/authenticator'
import { begunAddition, FROM, givenPasskey } from './testing/passkeys'

const arePasskeysOf = (memberId: string) => and(eq(credentials.memberId, memberId), eq(credentials.kind, 'passkey'))

async function given() {
  const viewer = whoMay(await givenViewer(), 'account.manage')
  const [one, other] = [await givenPasskey(viewer), await givenPasskey(viewer)]
  const { options, challengeCookie } = await begunAddition(viewer)
  const attestation = softwareAuthenticator().create(options)
  return {
    viewer,
    kept: [one.id, other.id],
    add: () => addPasskey(viewer, { name: 'Another', attestation, challengeCookie, from: FROM }),
    remove: () => removePasskey(viewer, one.id),
  }
}

type Given = Awaited<ReturnType<typeof given>>
type End = (tx: Transaction, given: Given) => Promise<unknown>
const ENDS: Record<string, End> = {
  'an admin who signs them out': (tx, { viewer }) => endSessions(tx, viewer.memberId),
  'a sign-out of its own': (tx, { viewer }) => endSession(viewer.sessionId, tx),
  'an admin who takes their passkeys': async (tx, { viewer }) => {
    await tx.delete(credentials).where(arePasskeysOf(viewer.memberId))
    await endSessions(tx, viewer.memberId)
  },
  'the first sign-in of whose address it is': async (tx, { viewer }) => {
    const { memberId, email } = viewer
    const invitation = { email, memberId, role: 'reviewer', scope: 'all', acceptedAt: '2026-01-01T00:00:00Z' } as const
    await tx
      .insert(invitations)
      .values({ ...invitation, tokenHash: Buffer.from(memberId), expiresAt: '2026-01-08T00:00:00Z' })
    await forgetUnproved(tx, memberId)
  },
}

const MATRIX = Object.keys(ENDS).flatMap((end) => (['add', 'remove'] as const).map((what) => [what, end] as const))

test.each(MATRIX)('a session that would %s a passkey does not after %s', async (what, end) => {
  const told = await given()
  const { memberId } = told.viewer
  let left: string[] = []
  const outcome = await meanwhile(memberId, told[what], async (tx) => {
    await ENDS[end]?.(tx, told)
    const stored = await tx.select({ id: credentials.id }).from(credentials).where(arePasskeysOf(memberId))
    left = stored.map(({ id }) => id)
  })
  expect(outcome).toMatchObject({ code: 'not_signed_in' })
  const stored = await db().select({ id: credentials.id }).from(credentials).where(arePasskeysOf(memberId))
  expect(stored.map(({ id }) => id).toSorted()).toEqual(left.toSorted())
  await expect(db().$count(sessions, eq(sessions.memberId, memberId))).resolves.toBe(0)
})
