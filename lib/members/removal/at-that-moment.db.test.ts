// Must hold 52: what is theirs does not come back by what was on its way. On the embedded database nobody writes while somebody else
// has not ended.
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { setPreferences } from '../../account/commands'
import { assignByHand, assignFlow, askMember } from '../../assignments/commands'
import { appendEvents } from '../../audit/append'
import { recordViewing } from '../../audit/commands'
import { tellOrigins } from '../../audit/origin'
import { tellReads } from '../../audit/reads'
import { operator } from '../../auth/operator'
import { system } from '../../auth/system'
import type { Viewer } from '../../auth/viewer'
import { db, type Transaction } from '../../db/client'
import { assignments, queuePlaces, queueSkips } from '../../db/schema/assignments'
import { auditEvents, auditOrigins } from '../../db/schema/audit'
import { credentials, members } from '../../db/schema/members'
import { listeningProgress, notes } from '../../db/schema/notes'
import { votes } from '../../db/schema/votes'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { DebriefError } from '../../errors'
import type { InterviewId } from '../../interviews/interview-id'
import { recordListening } from '../../listening/commands'
import { writeNote } from '../../notes/commands'
import { listNotes } from '../../notes/queries'
import { keepPlaceInQueue, markHere, skipInterview } from '../../queue/commands'
import { castVote } from '../../votes/commands'
import { changeMember, endMemberSessions, renameMember } from '../commands'
import { lockMember } from '../lock-member'
import { setBreakGlass } from '../ways-in/commands'
import { removeMember } from './commands'

const OFFICE = '203.0.113.7'
const draft = { parentId: null, at: null, quote: null }
const note = (of: Viewer, interviewId: InterviewId, body: string) =>
  writeNote(of, { interviewId, noteId: crypto.randomUUID() }, { ...draft, body })
const somebodysName = () => `Grace Brewster ${crypto.randomUUID().slice(0, 8)}`

afterEach(() => tellOrigins(undefined))

async function countWaiting() {
  const here = sql`datname = current_database() AND wait_event_type = 'Lock'`
  return (await db().execute(sql`SELECT FROM pg_stat_activity WHERE ${here}`)).rowCount
}

/** Somebody who is called by a name, and was asked for something. */
async function givenAsked() {
  const name = somebodysName()
  const [asked, colleague] = [await givenViewer(), await givenViewer()]
  await renameMember(operator(), { email: asked.email, name })
  const flowId = crypto.randomUUID()
  const { id: interviewId } = await givenInterview({ flowId })
  await askMember(colleague, interviewId, { memberId: asked.memberId, message: null, dueOn: null })
  return { asked, colleague, name, interviewId, flowId }
}

/** Does these while that member's removal has forgotten all that is theirs and cannot end, and says how each ended. */
async function whileRemoved({ memberId }: Viewer, does: (() => Promise<unknown>)[]) {
  const begun: Promise<unknown>[] = []
  const removing: Promise<unknown>[] = []
  await db().transaction(async (tx) => {
    await tx.select().from(assignments).where(eq(assignments.memberId, memberId)).for('update')
    removing.push(removeMember(operator(), memberId))
    await expect.poll(countWaiting).toBe(1)
    for (const doing of does) begun.push(doing().then(() => 'done', codeOf))
    // Each waits for the removal, or is through.
    let over = 0
    for (const one of begun) void one.finally(() => over++)
    await expect.poll(async () => ((await countWaiting()) ?? 0) - 1 + over).toBe(does.length)
  })
  await Promise.all(removing)
  return Promise.all(begun)
}

const codeOf = (error: unknown) => (error instanceof DebriefError ? error.code : String(error))

describe.each(process.env.TEST_DATABASE_URL ? ['on PostgreSQL'] : [])('%s', () => {
  test('nothing of theirs is stored by what they were asking for', async () => {
    const { asked, interviewId } = await givenAsked()
    await markHere(asked)
    const other = await givenInterview()
    const outcomes = await whileRemoved(asked, [
      () => recordListening(asked, interviewId, [{ start: 0, end: 1 }]),
      () => skipInterview(asked, interviewId),
      () => castVote(asked, interviewId, { vote: 'hire' }),
      () => note(asked, other.id, 'Late'),
      () => setPreferences(asked, {}),
      // Of whom a row is there already.
      () => markHere(asked),
      () => keepPlaceInQueue(asked, interviewId),
    ])
    expect(outcomes).toEqual(outcomes.map(() => 'not_signed_in'))
    const { memberId } = asked
    for (const table of [listeningProgress, queuePlaces, queueSkips, votes])
      await expect(db().$count(table, eq(table.memberId, memberId))).resolves.toBe(0)
    await expect(db().$count(notes, eq(notes.authorId, memberId))).resolves.toBe(0)
  })

  test('nor the address that they come from, by what they looked at or failed at', async () => {
    tellOrigins(async () => OFFICE)
    const { asked, interviewId } = await givenAsked()
    await castVote(asked, interviewId, { vote: 'hire' })
    const failed = { code: 'sign_in.failed' as const, about: asked.memberId, payload: {} }
    const outcomes = await whileRemoved(asked, [
      () => recordViewing(asked, interviewId).then(() => tellReads()),
      () => appendEvents(db(), system(), [failed]),
    ])
    expect(outcomes).toEqual(['done', 'done'])
    const theirs = await db().select().from(auditEvents).where(eq(auditEvents.actorId, asked.memberId))
    const origins = theirs.flatMap(({ origin }) => origin ?? [])
    expect(origins).toHaveLength(2)
    await expect(db().$count(auditOrigins, inArray(auditOrigins.pseudonym, origins))).resolves.toBe(0)
  })

  test('nobody is given anything to look at who is a former member by then', async () => {
    const { asked, colleague, interviewId, flowId } = await givenAsked()
    const actor = whoMay(colleague, 'assignment.manage')
    const memberIds = [asked.memberId]
    const outcomes = await whileRemoved(asked, [
      () => askMember(colleague, interviewId, { memberId: asked.memberId, message: null, dueOn: null }),
      () => assignByHand(actor, { interviewIds: [interviewId], memberIds, dueOn: null }),
      () => assignFlow(actor, { flowId, memberIds, votesEach: 1, dueOn: null }),
    ])
    expect(outcomes).toEqual(['reviewer_not_found', 'reviewer_not_found', 'reviewer_not_found'])
    const standing = and(eq(assignments.memberId, asked.memberId), sql`${assignments.withdrawnAt} IS NULL`)
    await expect(db().$count(assignments, standing)).resolves.toBe(0)
  })

  test('a note that is written at that very moment does not name them', async () => {
    const { asked, colleague, name } = await givenAsked()
    const former = somebodysName()
    await renameMember(operator(), { email: asked.email, name: former })
    await renameMember(operator(), { email: asked.email, name })
    const other = await givenInterview()
    const body = `@${name}, @${former} and ${asked.email}: look`
    await expect(whileRemoved(asked, [() => note(colleague, other.id, body)])).resolves.toEqual(['done'])
    const { notes: written } = await listNotes(colleague, other.id)
    expect(written.at(-1)?.body).toBe('@Former member, @Former member and @Former member: look')
  })

  const CHANGES: [string, (member: Viewer) => Promise<unknown>][] = [
    ['given another scope', ({ memberId }) => changeMember(operator(), memberId, { scope: 'all', role: 'recruiter' })],
    ['renamed', ({ email }) => renameMember(operator(), { email, name: somebodysName() })],
    ['signed out elsewhere', ({ memberId }) => endMemberSessions(operator(), memberId)],
    ['named to break the glass', ({ email }) => setBreakGlass(operator(), { email, on: true })],
  ]

  test.each(CHANGES)('nobody waits or is refused because a member is %s at this moment', async (_, changing) => {
    const [me, other] = [await givenViewer({ role: 'admin' }), await givenViewer({ role: 'admin' })]
    const password = { kind: 'password' as const, passwordHash: 'a hash' }
    await db()
      .insert(credentials)
      .values([me, other].map(({ memberId }) => ({ memberId, ...password })))
    const { id: interviewId } = await givenInterview()
    const changed: Promise<unknown>[] = []
    await db().transaction(async (tx) => {
      await holdTelling(tx)
      changed.push(changing(me))
      await expect.poll(countWaiting).toBe(1)
      await expect(markHere(me)).resolves.toBeUndefined()
      await expect(recordListening(me, interviewId, [])).resolves.toEqual([])
    })
    await Promise.all(changed)
  })

  test('nor because it is being looked at what they may', async () => {
    const me = await givenViewer()
    await db().transaction(async (tx) => {
      await lockMember(tx, operator(), me.memberId)
      await expect(markHere(me)).resolves.toBeUndefined()
    })
  })
})

/** Nothing is told until the transaction ends. */
async function holdTelling(tx: Transaction) {
  await tx.execute(sql`LOCK TABLE audit_events IN EXCLUSIVE MODE`)
}

test('who has been removed since they asked changes nothing, whether or not it is told', async () => {
  const { asked, interviewId } = await givenAsked()
  await removeMember(operator(), asked.memberId)
  const gone = { code: 'not_signed_in' }
  await expect(markHere(asked)).rejects.toMatchObject(gone)
  await expect(recordListening(asked, interviewId, [{ start: 0, end: 1 }])).rejects.toMatchObject(gone)
  await expect(castVote(asked, interviewId, { vote: 'hire' })).rejects.toMatchObject(gone)
  await expect(note(asked, interviewId, 'Late')).rejects.toMatchObject(gone)
  await expect(db().$count(notes, eq(notes.authorId, asked.memberId))).resolves.toBe(0)
  const isThey = eq(members.id, asked.memberId)
  await expect(db().select({ name: members.name }).from(members).where(isThey)).resolves.toEqual([
    { name: 'Former member' },
  ])
  await expect(db().$count(queuePlaces, eq(queuePlaces.memberId, asked.memberId))).resolves.toBe(0)
})

test('nor does the address come back from which somebody fails to sign in as them afterwards', async () => {
  tellOrigins(async () => OFFICE)
  const { memberId } = await givenViewer()
  await removeMember(operator(), memberId)
  await appendEvents(db(), system(), [{ code: 'sign_in.failed', about: memberId, payload: {} }])
  const [told] = await db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.about, memberId))
    .orderBy(desc(auditEvents.seq))
  expect(told).toMatchObject({ code: 'sign_in.failed', origin: expect.any(String) })
  await expect(db().$count(auditOrigins, eq(auditOrigins.pseudonym, told?.origin ?? ''))).resolves.toBe(0)
})
