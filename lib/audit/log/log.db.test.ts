import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { May } from '../../auth/viewer'
import { operator } from '../../auth/operator'
import { db } from '../../db/client'
import { auditOrigins } from '../../db/schema/audit'
import { sessions } from '../../db/schema/members'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { asId, givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import { writeCursor } from '../../interviews/list/cursor'
import { castVote } from '../../votes/commands'
import { recordViewing } from '../commands'
import { isHeldUp, readHeads, writeHead } from '../head'
import { tellOrigins } from '../origin'
import { tellReads } from '../reads'
import { sealEvents } from '../seal'
import { forgeEvent, NEVER_GIVEN } from '../testing/history'
import { isConsistent, isIncluded } from '../testing/rfc9162'
import { emptyLog } from '../testing/tamper'
import { givenTold } from '../testing/told'
import { forgetWaiting } from '../testing/waiting'
import { verifyEvents } from '../verify'
import { exportLog } from './commands'
import { requireCounts, seqOfParameter } from './counts'
import { logTable } from './log-files'
import { requireLogFilter } from './log-filter'
import { logSearch } from './log-search'
import { findLogHead, findProof, listLog } from './queries'
import { inviteMembers } from '../../invitations/commands'

const ALL = requireLogFilter(new URLSearchParams())
const filterOf = (search: string) => requireLogFilter(new URLSearchParams(search))
let admin: May<'audit.read'>
let interviewId: InterviewId

const addresses = async () => (await listLog(admin, ALL)).items.map(({ address }) => address)

beforeEach(async () => {
  forgetWaiting()
  await emptyLog()
  admin = whoMay(await givenViewer({ role: 'admin' }), 'audit.read')
  interviewId = (await givenInterview({ candidate: { name: '=Ingrid Solheim', email: null } })).id
})

test('the log is read from its end, a page at a time, and whoever comes later does not shift the pages', async () => {
  await givenTold(120)
  const first = await listLog(admin, ALL)
  expect(first.items).toHaveLength(50)
  await givenTold(3)
  const second = await listLog(admin, { ...ALL, cursor: first.nextCursor })
  const third = await listLog(admin, { ...ALL, cursor: second.nextCursor })
  const seqs = [first, second, third].flatMap(({ items }) => items.map(({ seq }) => seq))
  expect(third.nextCursor).toBeNull()
  expect(seqs).toHaveLength(120)
  expect(seqs).toEqual(seqs.toSorted((one, other) => other - one))
  // Whatever can be read so is encrypted.
  expect(Buffer.from(first.nextCursor ?? '', 'base64url').toString('latin1')).not.toContain(String(seqs[49]))
})

test('it says who did what to whom by the names of today, and by ids what is gone; a vote says that it was, never which', async () => {
  const voter = await givenViewer()
  await castVote(voter, interviewId, { vote: 'strong_hire' })
  await recordViewing(voter, asId('gone'))
  await tellReads()
  const { items } = await listLog(admin, ALL)
  expect(items).toMatchObject([
    { code: 'interview.viewed', about: { kind: 'interview', id: 'gone', candidate: null } },
    {
      code: 'vote.cast',
      by: { kind: 'member', id: voter.memberId, member: { email: voter.email } },
      about: { kind: 'interview', id: interviewId, candidate: { name: '=Ingrid Solheim' } },
      payload: {},
      sessionId: voter.sessionId,
    },
  ])
  expect(JSON.stringify(items)).not.toContain('hire')
})

test('of an invitation it says whom it was for', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  await inviteMembers(operator(), { emails: [email], role: 'reviewer', scope: 'all' })
  const [told] = (await listLog(admin, ALL)).items
  expect(told).toMatchObject({ code: 'invitation.made', about: { kind: 'invitation', email } })
})

test('it can be narrowed to a member, whether they did it, it was done to them or they are named, to a candidate and to kinds of events', async () => {
  const voter = await givenViewer()
  await castVote(voter, interviewId, { vote: 'hire' })
  await recordViewing(admin, interviewId)
  await tellReads()
  await db().execute(sql`INSERT INTO audit_events (actor_kind, code, about, payload)
    VALUES ('system', 'sign_in.failed', ${voter.memberId}, '{}')`)
  const codes = async (search: string) => (await listLog(admin, filterOf(search))).items.map(({ code }) => code)
  expect(await codes(`member=${voter.memberId}`)).toEqual(['sign_in.failed', 'vote.cast'])
  expect(await codes(`interview=${encodeURIComponent(interviewId)}`)).toEqual(['interview.viewed', 'vote.cast'])
  await db().execute(sql`INSERT INTO audit_events (actor_kind, code, about, payload) VALUES
    ('system', 'interview.assigned', 'another', jsonb_build_object('memberId', ${voter.memberId}::text)),
    ('system', 'attempts.linked', 'another', jsonb_build_object('other', ${interviewId}::text))`)
  expect(await codes(`code=interview.assigned&member=${voter.memberId}`)).toEqual(['interview.assigned'])
  expect(await codes(`code=attempts.linked&interview=${encodeURIComponent(interviewId)}`)).toEqual(['attempts.linked'])
  expect(await codes('code=vote.cast&code=sign_in.failed')).toEqual(['sign_in.failed', 'vote.cast'])
  expect(await codes(`code=vote.cast&member=${admin.memberId}`)).toEqual([])
})

test.each([
  ...['member=ada', 'interview=', 'interview=%00', 'code=vote', 'cursor=abc', 'cursor=', 'limit=3'],
  ...['member=00000000-0000-4000-8000-000000000001&member=00000000-0000-4000-8000-000000000002'],
])('%s is refused', async (search) => {
  await expect((async () => listLog(admin, filterOf(search)))()).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a cursor of another list is none of this one', async () => {
  const cursor = writeCursor('score', { value: 3, id: interviewId })
  await expect(listLog(admin, { ...ALL, cursor })).rejects.toMatchObject({ code: 'invalid_input' })
})

test('what an address narrows it by is written as it was read', () => {
  const search = `member=${crypto.randomUUID()}&interview=a%26b&code=vote.cast&code=searched`
  expect(logSearch(filterOf(search))).toBe(search)
})

test('whoever follows the RFC proves each event by its proof, in the tree of every size that has it', async () => {
  await givenTold(11)
  await sealEvents()
  const { root: five } = await findLogHead(admin)
  await givenTold(10)
  await sealEvents()
  const head = await findLogHead(admin, 11)
  expect(
    isConsistent({ first: 11, second: 21, firstRoot: five, secondRoot: head.root, path: head.consistency ?? [] }),
  ).toBe(true)
  for (const { seq } of (await listLog(admin, ALL)).items) {
    const { leaf, index, size, path, event } = await findProof(admin, seq)
    expect(isIncluded({ leaf, index, size, path, root: head.root })).toBe(true)
    expect(JSON.parse(event)).toMatchObject({ seq, code: 'sign_in.failed', v: 3 })
    if (index >= 11) continue
    const before = await findProof(admin, seq, 11)
    expect(isIncluded({ leaf, index, size: 11, path: before.path, root: five })).toBe(true)
  }
  expect(readHeads(writeHead(head))).toEqual([{ of: 'tree', size: 21, seq: head.seq, root: head.root }])
})

test('the head says since when something waits to be sealed, and nothing once it is', async () => {
  await givenTold(2)
  await sealEvents()
  await expect(findLogHead(admin)).resolves.toMatchObject({ unsealedSince: null })
  await givenTold(2)
  const [, oldest] = (await listLog(admin, ALL)).items
  await expect(findLogHead(admin)).resolves.toMatchObject({ size: 2, unsealedSince: oldest?.at })
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({
    flaw: null,
    unsealed: 2,
    unsealedSince: oldest?.at,
  })
})

test.each([
  ['above all, told long ago', NEVER_GIVEN, '2020-01-01'],
  ['above all, told in a year to come', NEVER_GIVEN, '2999-01-01'],
  ['above all, told on no day', NEVER_GIVEN, 'infinity'],
  ['above all, told before Christ', NEVER_GIVEN, '4000-01-01 BC'],
  ['below all', -5, '2020-01-01'],
])('a row whose number was never given stays unsealed, and the head says so: %s', async (_, seq, at) => {
  await givenTold(2)
  await forgeEvent(seq, at)
  await sealEvents()
  await givenTold(1)
  await sealEvents()
  const { size, unsealedSince, now } = await findLogHead(admin)
  expect([size, isHeldUp(unsealedSince, Date.parse(now))]).toEqual([3, true])
})

test('there is no proof of what is not sealed, nor of what is not there', async () => {
  await givenTold(1)
  const seq = (await listLog(admin, ALL)).items[0]?.seq ?? 0
  const none = { code: 'audit_event_not_found' }
  await expect(findProof(admin, seq)).rejects.toMatchObject(none)
  await sealEvents()
  await expect(findProof(admin, seq)).resolves.toMatchObject({ index: 0, size: 1, path: [] })
  await expect(findProof(admin, seq + 1)).rejects.toMatchObject(none)
  await expect(findProof(admin, seq, 0)).rejects.toMatchObject(none)
  await expect(findProof(admin, seq, 2)).rejects.toMatchObject(none)
  await expect(findLogHead(admin, 2)).rejects.toMatchObject({ code: 'invalid_input' })
  for (const parameter of ['x', '-1', '01', '1e3', '9'.repeat(16)]) expect(() => seqOfParameter(parameter)).toThrow()
  for (const search of ['since=x', 'sinc=1', 'since=-1'])
    expect(() => requireCounts(new URLSearchParams(search), ['since'])).toThrow()
})

test('an address that is forgotten is gone from the log, and the log is as it was sealed', async () => {
  tellOrigins(async () => '203.0.113.7')
  await givenTold(2)
  tellOrigins(undefined)
  await sealEvents()
  expect(await addresses()).toEqual(['203.0.113.7', '203.0.113.7'])
  await db().delete(auditOrigins)
  expect(await addresses()).toEqual([null, null])
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, head: { size: 2 } })
})

test('a table of it is formula-safe and whole, and ends where its reader may not go on', async () => {
  await castVote(await givenViewer(), interviewId, { vote: 'hire' })
  await givenTold(700)
  const style = { separator: ',', decimal: '.', bom: false } as const
  const parts: string[] = []
  for await (const part of logTable(await exportLog(admin, ALL, 'csv'), style)) parts.push(part)
  const lines = parts.join('').trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^Number,Time,Who,/)
  // The export itself is told before it begins.
  expect(lines).toHaveLength(1 + 700 + 1 + 1)
  expect(lines.at(-1)).toContain("'=Ingrid Solheim")

  const batches = (await exportLog(admin, ALL, 'json'))[Symbol.asyncIterator]()
  await batches.next()
  await db().delete(sessions).where(eq(sessions.id, admin.sessionId))
  await expect(batches.next()).rejects.toMatchObject({ code: 'not_signed_in' })
})
