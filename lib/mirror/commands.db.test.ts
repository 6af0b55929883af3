import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { replyPlaces, unreadableItems } from '../db/schema/mirror'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenInterview } from '../db/testing/interview'
import { findInterview } from '../interviews/queries'
import { findOrFetchInterview } from './read-through'
import { MOST_A_MINUTE } from './budget'
import { fetchMissingInterview } from './commands'
import * as storing from './store/interview'
import { givenRibbon } from '../ribbon/testing/given-ribbon'

// When it is told that there is none is read-through's own test.
vi.mock('./fixed-time', () => ({ noneAtFixedTime: (lookUp: Promise<unknown>) => lookUp }))

const FLOW = { interview_flow_id: 'flow_1', team_id: 'team_a', status: 'completed', interview_data: null }
const ribbon = givenRibbon({ samples: 'none' })

beforeEach(async () => {
  await control('/faults', { method: 'DELETE' })
  await control('/requests', { method: 'DELETE' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function letTimePass(milliseconds: number) {
  const before = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => before() + milliseconds)
}

function control(path: string, init?: RequestInit) {
  return fetch(`${ribbon.url()}/control${path}`, { ...init, headers: { 'content-type': 'application/json' } })
}

async function givenAtRibbon() {
  const id = crypto.randomUUID()
  await control(`/interviews/${id}`, { method: 'PUT', body: JSON.stringify(FLOW) })
  return id
}

function inject(fault: object, route = '/v1') {
  return control('/faults', { method: 'POST', body: JSON.stringify({ route, fault }) })
}

async function calls() {
  const { requests } = (await (await control('/requests')).json()) as { requests: { path: string }[] }
  return requests.map(({ path }) => path.replace('/v1/interviews/', '')).filter((path) => path !== '/v1/ping')
}

const failureOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

test('an interview that is not mirrored yet is fetched, once for all who ask', async () => {
  const viewer = await givenViewer()
  const id = await givenAtRibbon()
  const found = await Promise.all([1, 2, 3].map(() => findOrFetchInterview(viewer, asId(id))))
  expect(found).toMatchObject([{ id }, { id }, { id }])
  expect(await calls()).toEqual([id])
})

test('what Ribbon does not know is asked for once a minute, and nothing of it is written', async () => {
  const viewer = await givenViewer()
  const id = crypto.randomUUID()
  for (let time = 0; time < 3; time++) expect(await findOrFetchInterview(viewer, asId(id))).toBeNull()
  expect(await calls()).toEqual([id])

  letTimePass(61_000)
  await findOrFetchInterview(viewer, asId(id))
  expect(await calls()).toEqual([id, id])
  await expect(db().$count(replyPlaces, eq(replyPlaces.interviewId, id))).resolves.toBe(0)
})

test.each(['../teams', 'a/b', 'a b', 'a?b', 'x'.repeat(129)])('%j is no id, so Ribbon is not asked', async (id) => {
  await fetchMissingInterview(await givenViewer(), asId(id))
  expect(await calls()).toEqual([])
})

test('a stranger cannot tell another team’s interview from none, neither while Ribbon answers nor while it fails', async () => {
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  const foreign = await givenAtRibbon()
  await givenInterview({ id: foreign, teamId: crypto.randomUUID() })
  const ids = [foreign, crypto.randomUUID()]

  for (const id of ids) expect(await findOrFetchInterview(stranger, asId(id))).toBeNull()
  expect(await calls(), 'both take the same way').toEqual(ids)

  letTimePass(61_000)
  await inject({ kind: 'status', status: 400 })
  for (const id of ids)
    expect(await failureOf(findOrFetchInterview(stranger, asId(id)))).toMatchObject({ code: 'ribbon_rejected' })
})

test('what is here and hidden from whoever asks is not stored again, until it belongs elsewhere', async () => {
  const [viewer, stranger] = [await givenViewer(), await givenViewer({ teams: ['team_b'] })]
  const id = await givenAtRibbon()
  await findOrFetchInterview(viewer, asId(id))
  const stored = async () => {
    const [place] = await db().select().from(replyPlaces).where(eq(replyPlaces.interviewId, id))
    const [row] = await db().select().from(interviews).where(eq(interviews.id, id))
    return { place, row }
  }
  const before = await stored()

  await control(`/interviews/${id}`, { method: 'PUT', body: JSON.stringify({ ...FLOW, status: 'incomplete' }) })
  letTimePass(61_000)
  expect(await findOrFetchInterview(stranger, asId(id))).toBeNull()
  expect(await calls()).toEqual([id, id])
  expect(await stored()).toEqual(before)

  await control(`/interviews/${id}`, { method: 'PUT', body: JSON.stringify({ ...FLOW, team_id: 'team_b' }) })
  vi.restoreAllMocks()
  letTimePass(122_000)
  expect(await findOrFetchInterview(stranger, asId(id))).toMatchObject({ id })

  await control(`/interviews/${id}`, { method: 'DELETE' })
  vi.restoreAllMocks()
  letTimePass(183_000)
  expect(await findOrFetchInterview(await givenViewer({ teams: ['team_a'] }), asId(id))).toBeNull()
  expect((await stored()).row?.goneAt).not.toBeNull()
})

test('while Ribbon fails, those who insist share one failure, for seconds only', async () => {
  const viewer = await givenViewer()
  const id = await givenAtRibbon()
  await inject({ kind: 'status', status: 400 })
  for (let time = 0; time < 3; time++)
    expect(await failureOf(findOrFetchInterview(viewer, asId(id)))).toMatchObject({ code: 'ribbon_rejected' })
  expect(await calls()).toEqual([id])

  await control('/faults', { method: 'DELETE' })
  letTimePass(6_000)
  expect(await findOrFetchInterview(viewer, asId(id))).toMatchObject({ id })
})

test('nobody waits for Ribbon longer than twelve seconds, and what arrives later is stored', async () => {
  const viewer = await givenViewer()
  const id = await givenAtRibbon()
  await inject({ kind: 'held' })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const waiting = failureOf(fetchMissingInterview(viewer, asId(id)))
  await vi.advanceTimersByTimeAsync(12_000)
  vi.useRealTimers()
  expect(await waiting).toMatchObject({ code: 'ribbon_unreachable' })
  await expect.poll(calls).toEqual([id])
  await control('/held', { method: 'DELETE' })
  await expect.poll(() => findInterview(viewer, asId(id))).toMatchObject({ id })
})

test.each([
  { fault: { kind: 'wrong_schema' }, noted: ['wrong_shape'] },
  { fault: { kind: 'content_type' }, noted: ['no_json'] },
  // Whether there is anything under such an id is not known.
  { fault: { kind: 'status', status: 400 }, noted: [] },
])('while Ribbon is well, $fault about one interview is as if it did not know that one', async ({ fault, noted }) => {
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  const id = await givenAtRibbon()
  await givenInterview({ id, teamId: crypto.randomUUID() })
  await inject(fault, `/v1/interviews/${id}`)
  expect(await findOrFetchInterview(stranger, asId(id))).toBeNull()
  expect(await findOrFetchInterview(stranger, asId(id))).toBeNull()
  expect(await calls()).toEqual([id])
  const rows = await db().select().from(unreadableItems).where(eq(unreadableItems.place, id))
  expect(rows.map(({ reason }) => reason)).toEqual(noted)
})

test('so is one that takes too long, or cannot be stored', async () => {
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  const [slow, unstorable] = [await givenAtRibbon(), await givenAtRibbon()]
  await inject({ kind: 'held' }, `/v1/interviews/${slow}`)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const waiting = failureOf(fetchMissingInterview(stranger, asId(slow)))
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(await waiting).toBeUndefined()
  await control('/held', { method: 'DELETE' })

  vi.spyOn(storing, 'storeInterview').mockRejectedValue(new RangeError('Invalid string length'))
  expect(await findOrFetchInterview(stranger, asId(unstorable))).toBeNull()
})

test('who makes up ids has so many asked for a minute, and takes nothing away from a colleague', async () => {
  const [busy, colleague] = [await givenViewer(), await givenViewer()]
  const madeUp = Array.from({ length: MOST_A_MINUTE.member + 10 }, () => crypto.randomUUID())
  await Promise.all(madeUp.map((id) => fetchMissingInterview(busy, asId(id))))
  expect((await calls()).toSorted()).toEqual(madeUp.slice(0, MOST_A_MINUTE.member).toSorted())

  const [id, another] = [await givenAtRibbon(), await givenAtRibbon()]
  expect(await findOrFetchInterview(busy, asId(id))).toBeNull()
  expect(await findOrFetchInterview(colleague, asId(another))).toMatchObject({ id: another })
  letTimePass(61_000)
  expect(await findOrFetchInterview(busy, asId(id))).toMatchObject({ id })
})

test('all together have so many asked for a minute', async () => {
  letTimePass(7_200_000)
  const members = await Promise.all(Array.from({ length: 5 }, () => givenViewer()))
  const asked = members.flatMap((viewer) =>
    Array.from({ length: MOST_A_MINUTE.member }, () => fetchMissingInterview(viewer, asId(crypto.randomUUID()))),
  )
  await Promise.all(asked)
  expect(await calls()).toHaveLength(MOST_A_MINUTE.process)
})
