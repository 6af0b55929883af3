// Must hold 52, of from where a member came: what the log has sealed stays as it was.
import { eq, inArray, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { operator } from '../../auth/operator'
import { system } from '../../auth/system'
import { db } from '../../db/client'
import { auditEvents, auditOrigins } from '../../db/schema/audit'
import { members } from '../../db/schema/members'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { inviteMembers } from '../../invitations/commands'
import { acceptInvitation } from '../../invitations/joining'
import { removeMember } from '../../members/removal/commands'
import { castVote } from '../../votes/commands'
import { recordViewing } from '../commands'
import { change } from '../change'
import type { AuditEvent } from '../event'
import { findOrigin, tellOrigins } from '../origin'
import { tellReads } from '../reads'
import { sealEvents } from '../seal'
import { isIncluded } from '../testing/rfc9162'
import { emptyLog } from '../testing/tamper'
import { forgetWaiting } from '../testing/waiting'
import { verifyEvents } from '../verify'
import { requireLogFilter } from './log-filter'
import { findLogHead, findProof, listLog } from './queries'

const OFFICE = '203.0.113.7'
const ALL = requireLogFilter(new URLSearchParams())

beforeEach(async () => {
  forgetWaiting()
  await emptyLog()
  await db().delete(auditOrigins)
  tellOrigins(async () => OFFICE)
})
afterEach(() => tellOrigins(undefined))

const failedAs = (about: string) =>
  change(system(), async () => ({ told: { code: 'sign_in.failed', about, payload: {} }, value: undefined }))

async function givenBoth() {
  const [leaving, colleague] = [await givenViewer(), await givenViewer()]
  const { id } = await givenInterview()
  for (const viewer of [leaving, colleague]) {
    await castVote(viewer, id, { vote: 'hire' })
    await recordViewing(viewer, id)
    await failedAs(viewer.memberId)
  }
  await tellReads()
  return { leaving, colleague, id }
}

const addressesOf = async (memberId: string) => {
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'audit.read')
  return (await listLog(admin, { ...ALL, member: memberId })).items.map(({ code, address }) => [code, address])
}

test('from where a removed member came is in no row any more, and the log is as it was sealed', async () => {
  const { leaving, colleague } = await givenBoth()
  await sealEvents()
  const theirs = await db().select().from(auditEvents).where(eq(auditEvents.actorId, leaving.memberId))
  const head = await findLogHead(whoMay(await givenViewer({ role: 'admin' }), 'audit.read'))
  tellOrigins(undefined)
  await removeMember(operator(), leaving.memberId)

  expect(await addressesOf(leaving.memberId)).toEqual([
    ['member.removed', null],
    ['interview.viewed', null],
    ['sign_in.failed', null],
    ['vote.cast', null],
  ])
  const known = theirs.flatMap(({ origin }) => origin ?? [])
  expect(known).toHaveLength(2)
  expect(await db().$count(auditOrigins, inArray(auditOrigins.pseudonym, known))).toBe(0)
  expect((await addressesOf(colleague.memberId)).map(([, address]) => address)).toEqual([OFFICE, OFFICE, OFFICE])

  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null })
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'audit.read')
  for (const { seq } of theirs) {
    const proof = await findProof(admin, seq, head.size)
    expect(isIncluded({ ...proof, root: head.root })).toBe(true)
  }
})

test('what others do there afterwards, or was looked at and not told yet, does not bring it back', async () => {
  const { leaving, colleague, id } = await givenBoth()
  const { id: another } = await givenInterview()
  await recordViewing(leaving, another)
  tellOrigins(undefined)
  await removeMember(operator(), leaving.memberId)
  tellOrigins(async () => OFFICE)
  await tellReads()
  await castVote(colleague, id, { vote: 'no_hire' })
  expect((await addressesOf(leaving.memberId)).filter(([, address]) => address !== null)).toEqual([])
  expect((await db().select().from(auditOrigins)).map(({ address }) => address)).toEqual([OFFICE])
})

test('an address that members had in common before each had a pseudonym of their own is told of the others alone', async () => {
  const { leaving, colleague } = await givenBoth()
  const inCommon = await findOrigin(null)
  const row = {
    encoding: 3,
    actorKind: 'member' as const,
    code: 'signed_out',
    payload: {},
    origin: inCommon?.pseudonym,
  }
  await db()
    .insert(auditEvents)
    .values([leaving, colleague].map(({ memberId: actorId }) => ({ ...row, actorId, about: actorId })))
  if (inCommon) await db().insert(auditOrigins).values(inCommon)
  tellOrigins(undefined)
  await removeMember(operator(), leaving.memberId)
  expect((await addressesOf(leaving.memberId)).filter(([, address]) => address !== null)).toEqual([])
  expect(await addressesOf(colleague.memberId)).toContainEqual(['signed_out', OFFICE])
})

test('an event that was told together with theirs, and is about something else, does not keep the address', async () => {
  const { memberId } = await givenViewer()
  const told: AuditEvent[] = [
    { code: 'member.linked', about: memberId, payload: {} },
    { code: 'invitation.accepted', about: crypto.randomUUID(), payload: { memberId } },
  ]
  await change(system(), async () => ({ told, value: undefined }))
  expect(await db().$count(auditOrigins)).toBe(1)
  tellOrigins(undefined)
  await removeMember(operator(), memberId)
  expect(await db().$count(auditOrigins)).toBe(0)
})

test('from where they joined, with an invitation’s link, goes with them, also where it was told when that was nobody’s', async () => {
  const recruiter = whoMay(await givenViewer({ role: 'admin' }), 'member.invite')
  const email = `${crypto.randomUUID()}@example.com`
  tellOrigins(undefined)
  const { invitations } = await inviteMembers(recruiter, { emails: [email], role: 'reviewer', scope: 'all' })
  tellOrigins(async () => OFFICE)
  const token = invitations[0]?.link.split('/').at(-1) ?? ''
  await acceptInvitation({ token, name: 'Ada', password: 'vexed otter plays', address: OFFICE })
  const [member] = await db().select().from(members).where(eq(members.email, email))
  const memberId = member?.id ?? ''
  const ofBefore = await findOrigin(null)
  if (ofBefore) await db().insert(auditOrigins).values(ofBefore)
  const about = crypto.randomUUID()
  const accepted = {
    encoding: 3,
    actorKind: 'system' as const,
    code: 'invitation.accepted',
    about,
    payload: { memberId },
  }
  await db()
    .insert(auditEvents)
    .values({ ...accepted, origin: ofBefore?.pseudonym })
  expect(await addressesOf(memberId)).toEqual(Array.from({ length: 2 }, () => ['invitation.accepted', OFFICE]))

  tellOrigins(undefined)
  await removeMember(operator(), memberId)
  expect((await addressesOf(memberId)).filter(([, address]) => address !== null)).toEqual([])
  expect(await db().$count(auditOrigins)).toBe(0)
})

test('what they came from under another NEXTAUTH_SECRET is forgotten too', async () => {
  const { leaving, colleague } = await givenBoth()
  await db()
    .update(auditOrigins)
    .set({ salt: sql`${auditOrigins.pseudonym} || 'of before'` })
  tellOrigins(undefined)
  await removeMember(operator(), leaving.memberId)
  expect((await addressesOf(leaving.memberId)).filter(([, address]) => address !== null)).toEqual([])
  const colleagues = await db().select().from(auditEvents).where(eq(auditEvents.actorId, colleague.memberId))
  const known = [...new Set(colleagues.flatMap(({ origin }) => origin ?? []))]
  expect((await db().select().from(auditOrigins)).map(({ pseudonym }) => pseudonym)).toEqual(known)
})
