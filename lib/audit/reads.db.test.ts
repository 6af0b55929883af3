import { desc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { closePool, db } from '../db/client'
import { auditEvents, auditOrigins, auditReads } from '../db/schema/audit'
import { givenViewer } from '../db/testing/fixtures'
import { asId } from '../db/testing/interview'
import { givenGate } from '../db/testing/gate'
import type { InterviewId } from '../interviews/interview-id'
import { log } from '../log'
import { recordPlaying, recordSearch, recordViewing } from './commands'
import { forgettingReads } from './forget-reads-job'
import { tellOrigins } from './origin'
import { tellReads } from './reads'
import { emptyLog } from './testing/tamper'
import { forgetWaiting } from './testing/waiting'

const ID = asId('iv "of a read"')
let viewer: Viewer

beforeEach(async () => {
  forgetWaiting()
  await emptyLog()
  await db().delete(auditReads)
  await db().delete(auditOrigins)
  viewer = await givenViewer()
})

afterEach(() => {
  tellOrigins(undefined)
  vi.restoreAllMocks()
})

const codes = async () => (await db().select().from(auditEvents).orderBy(auditEvents.seq)).map(({ code }) => code)

test('what somebody looks at is told once a session and hour, in whichever order it is asked for', async () => {
  for (let turn = 0; turn < 3; turn++) {
    await recordViewing(viewer, ID)
    await recordPlaying(viewer, ID)
    await recordViewing(viewer, ID)
    await tellReads()
  }
  expect(await codes()).toEqual(['interview.viewed', 'recording.played'])
  await db()
    .update(auditReads)
    .set({ hour: sql`${auditReads.hour} - interval '1 hour'` })
  await recordViewing(viewer, ID)
  await recordViewing(await givenViewer(), ID)
  await tellReads()
  expect(await codes()).toEqual(['interview.viewed', 'recording.played', 'interview.viewed', 'interview.viewed'])
})

test('a search is told by a pseudonym that is the same for the same words, and nothing is told of none', async () => {
  for (const words of ['Night shift', ' shift  night', 'night', '  ', '']) await recordSearch(viewer, words)
  await tellReads()
  const told = await db().select().from(auditEvents)
  expect(told.map(({ code }) => code)).toEqual(['searched', 'searched'])
  expect(JSON.stringify(told).toLowerCase()).not.toContain('night')
})

test('of a word that is typed on without a pause the whole is told; each word by itself, and what was searched for elsewhere', async () => {
  const asked = Date.now()
  for (const words of ['n', 'nig', 'Night ', 'night s', 'night shift']) await recordSearch(viewer, words)
  await recordSearch(await givenViewer(), 'ni')
  await tellReads(asked + 1_900)
  expect(await codes()).toEqual([])
  await tellReads(Date.now() + 2_000)
  // `night`, `night shift` and the other one’s `ni`.
  expect(await codes()).toEqual(['searched', 'searched', 'searched'])
})

test('a search that stood is told, also where it was not told yet when somebody typed on', async () => {
  await recordSearch(viewer, 'da')
  await tellReads(Date.now() + 2_000)
  await recordSearch(viewer, 'day')
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2_001)
  for (const words of ['days', 'other']) await recordSearch(viewer, words)
  await tellReads()
  expect(await codes()).toHaveLength(4)
})

test('what a member looks at and searches for in another session is told of that one too', async () => {
  const elsewhere = { ...viewer, sessionId: crypto.randomUUID() }
  for (const of of [viewer, elsewhere]) await recordViewing(of, ID)
  await recordSearch(viewer, 'nig')
  await recordSearch(elsewhere, 'night')
  await tellReads()
  const told = await db().select().from(auditEvents)
  for (const { sessionId } of [viewer, elsewhere])
    expect(told.flatMap((event) => (event.sessionId === sessionId ? [event.code] : []))).toHaveLength(2)
})

test.each([
  ['told already', true],
  ['still waiting', false],
])('a look from another address is not hidden by the same one of its session, %s', async (_, isTold) => {
  for (const address of ['203.0.113.7', '198.51.100.9', '203.0.113.7']) {
    tellOrigins(async () => address)
    await recordViewing(viewer, ID)
    await recordPlaying(viewer, ID)
    await recordSearch(viewer, 'night')
    if (isTold) await tellReads()
  }
  await tellReads()
  const addressOf = new Map((await db().select().from(auditOrigins)).map((row) => [row.pseudonym, row.address]))
  const told = await db().select().from(auditEvents)
  for (const looked of ['interview.viewed', 'recording.played', 'searched']) {
    const from = told.flatMap(({ code, origin }) => (code === looked ? [addressOf.get(origin ?? '')] : []))
    expect(from, looked).toHaveLength(2)
    expect(new Set(from), looked).toEqual(new Set(['198.51.100.9', '203.0.113.7']))
  }
})

test('a search is not taken for the beginning of what is typed from another address', async () => {
  tellOrigins(async () => '198.51.100.9')
  await recordSearch(viewer, 'nig')
  tellOrigins(async () => '203.0.113.7')
  await recordSearch(viewer, 'night')
  await tellReads()
  expect(await codes()).toEqual(['searched', 'searched'])
})

test('what is no id is not told', async () => {
  await expect(recordViewing(viewer, '' as InterviewId)).rejects.toThrow()
  await tellReads()
  expect(await codes()).toEqual([])
})

test('what the database cannot hold is given up alone, and keeps nobody’s look from being told', async () => {
  const failures = vi.spyOn(log, 'error').mockReturnValue()
  const other = await givenViewer()
  for (let at = 0; at < 5; at++) await recordViewing(viewer, asId(`before ${at}`))
  await recordViewing(viewer, 'half a pair \ud800' as InterviewId)
  for (let at = 0; at < 5; at++) await recordViewing(other, asId(`after ${at}`))
  await tellReads()
  await expect(db().$count(auditEvents)).resolves.toBe(10)
  expect(failures).toHaveBeenCalledOnce()
  await tellReads()
  expect(failures).toHaveBeenCalledOnce()
})

test('whoever looks at more than there is room for waits until it is told: nothing of theirs is lost, nor of others', async () => {
  const other = await givenViewer()
  await recordViewing(other, ID)
  for (let at = 1_000; at < 2_010; at++) await recordSearch(viewer, `flood ${at}`)
  await recordViewing(viewer, ID)
  await expect(db().$count(auditEvents)).resolves.toBe(1_001)
  await tellReads()
  await expect(db().$count(auditEvents)).resolves.toBe(1_012)
  const viewed = await db().select().from(auditEvents).where(eq(auditEvents.code, 'interview.viewed'))
  expect(new Set(viewed.map(({ actorId }) => actorId))).toEqual(new Set([viewer.memberId, other.memberId]))
})

test('what many requests look at together is told once each, however full it is', async () => {
  const ids = Array.from({ length: 1_500 }, (_, at) => asId(`iv ${at}`))
  await Promise.all(ids.map((id) => recordViewing(viewer, id, ID)))
  await Promise.all([tellReads(), tellReads()])
  await expect(db().$count(auditEvents)).resolves.toBe(1_501)
})

test('an event says in which session and from where, by a pseudonym whose address can be forgotten', async () => {
  tellOrigins(async () => '203.0.113.7')
  await recordViewing(viewer, ID)
  await tellReads()
  const [told] = await db().select().from(auditEvents).orderBy(desc(auditEvents.seq))
  expect(told).toMatchObject({ encoding: 3, actorId: viewer.memberId, sessionId: viewer.sessionId, about: ID })
  expect(JSON.stringify(told)).not.toContain('203.0.113')
  const [origin, ...others] = await db().select().from(auditOrigins)
  expect(origin).toMatchObject({ pseudonym: told?.origin, address: '203.0.113.7' })
  expect(others).toEqual([])
  // With the salt goes what the pseudonym could be told by.
  expect(JSON.stringify(told)).not.toContain(origin?.salt ?? 'none')
})

test('what cannot be told now is told later, and while the database is away no more waits than there is room for', async () => {
  const url = process.env.DATABASE_URL ?? ''
  await recordViewing(viewer, ID)
  await closePool()
  const gate = await givenGate(url, 'audit_reads')
  process.env.DATABASE_URL = gate.url
  const failing = expect(tellReads()).rejects.toThrow()
  await gate.reached
  gate.cut()
  await failing
  await closePool()
  gate.close()
  for (let at = 0; at < 1_010; at++) await recordViewing(viewer, asId(`iv ${at}`))
  await closePool()
  process.env.DATABASE_URL = url
  await tellReads()
  await expect(db().$count(auditEvents)).resolves.toBe(1_000)
})

test('hours that are over are forgotten, and this one is not', async () => {
  await recordViewing(viewer, ID)
  await tellReads()
  await db().execute(sql`INSERT INTO audit_reads (session_id, code, subject, hour)
    VALUES (gen_random_uuid(), 'interview.viewed', 'before', now() - interval '3 hours')`)
  await forgettingReads.run(
    {},
    { signal: new AbortController().signal, report: vi.fn<() => Promise<void>>(), wasPaused: () => false },
  )
  const left = await db().select().from(auditReads)
  expect(left.map(({ subject }) => subject)).toEqual([ID])
})
