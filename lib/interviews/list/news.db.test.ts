import { eq, inArray, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer } from '../../db/testing/fixtures'
import { arrives, givenFlow, givenInterview } from '../../db/testing/interview'
import { ribbonInterviewWith } from '../../interviews/testing/values'
import { takePlace } from '../../mirror/store/order'
import { storeFlows } from '../../mirror/store/flows'
import { parseInterviewFilter } from './filter'
import { findNews, listInterviews } from './queries'
import { requireSince, writeAsOf } from './since'

const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))

const sinceOf = (asOf: string) => requireSince(new URLSearchParams({ since: asOf }))
/** Of everything, however old the list is said to be. */
const everythingSince = (at: string, snapshot = '1:1:') => sinceOf(writeAsOf(`${at}/${snapshot}`))

async function givenReadList(search: string, count: number) {
  const teamId = crypto.randomUUID()
  const viewer = await givenViewer({ teams: [teamId] })
  for (let score = count; score > 0; score--) await givenInterview({ teamId, generalScore: score })
  const page = await listInterviews(viewer, filterOf(search))
  const filter = { ...filterOf(search), cursor: page.nextCursor }
  return { teamId, viewer, page, news: (since = sinceOf(page.asOf)) => findNews(viewer, filter, since) }
}

const NOTHING = {
  ...{ arrived: [], changed: [], moments: {}, reasons: {}, attempts: {}, left: [] },
  ...{ isOutdated: false, missed: false, total: null },
}

test('while nothing happens there is no news, and the next question can ask since the same time', async () => {
  const { news, page } = await givenReadList('', 3)
  expect(await news()).toEqual({ ...NOTHING, asOf: page.asOf })
})

test('a new interview has arrived wherever its place in the list is', async () => {
  const { teamId, news } = await givenReadList('sort=-score&limit=2', 4)
  const best = await givenInterview({ teamId, generalScore: 5 })
  const last = await givenInterview({ teamId, generalScore: null })
  const { arrived, changed, total, asOf } = await news()
  expect(arrived.toSorted()).toEqual([best.id, last.id].toSorted())
  expect(changed).toEqual([])
  expect(total).toBe(6)
  expect(await news(sinceOf(asOf))).toEqual({ ...NOTHING, asOf })
})

test('what the filter does not let in has not arrived', async () => {
  const { teamId, news } = await givenReadList('score=4..', 5)
  await givenInterview({ teamId, generalScore: 3 })
  expect(await news()).toMatchObject({ arrived: [], total: 2 })
})

test('an interview that was there and changes comes as it is now, even when it has left the list', async () => {
  const teamId = crypto.randomUUID()
  const viewer = await givenViewer({ teams: [teamId] })
  const before = ribbonInterviewWith({ teamId, state: 'processing' })
  await arrives(before)
  const processing = filterOf('state=processing')
  const ready = filterOf('state=ready')
  const since = sinceOf((await listInterviews(viewer, processing)).asOf)
  await arrives({ ...before, state: 'ready' })

  expect(await findNews(viewer, processing, since)).toMatchObject({
    arrived: [],
    changed: [{ id: before.id, state: 'ready' }],
    total: 0,
  })
  expect(await findNews(viewer, ready, since)).toMatchObject({ arrived: [before.id], total: 1 })
})

test('a change behind the part that has been read is no arrival: the reader will come to it', async () => {
  const { news, viewer, page } = await givenReadList('sort=-score&limit=2', 4)
  const { items } = await listInterviews(viewer, { ...filterOf('sort=-score'), cursor: page.nextCursor })
  const behind = items[0]?.id ?? ''
  await db()
    .update(interviews)
    .set({ updatedAt: sql`now()` })
    .where(sql`id = ${behind}`)
  expect(await news()).toMatchObject({ arrived: [], changed: [{ id: behind }] })
})

test('an empty list learns of the first interview', async () => {
  const { teamId, news } = await givenReadList('', 0)
  const { id } = await givenInterview({ teamId })
  expect(await news()).toMatchObject({ arrived: [id], total: 1 })
})

test('an interview that moves to another team is told to have left to who saw it, and to nobody else', async () => {
  const { teamId, viewer, page, news } = await givenReadList('', 1)
  const [elsewhere, stranger] = [crypto.randomUUID(), await givenViewer({ teams: [crypto.randomUUID()] })]
  const both = await givenViewer({ teams: [teamId, elsewhere] })
  const moving = await givenInterview({ teamId })
  const staying = await givenInterview({ teamId })
  expect(await news()).toMatchObject({ left: [], total: 3 })

  await arrives({ ...moving, teamId: elsewhere })
  expect(await news()).toMatchObject({ left: [moving.id], total: 2, arrived: [staying.id] })
  const filter = filterOf('')
  expect(await findNews(both, filter, sinceOf(page.asOf))).toMatchObject({ left: [], total: 3 })
  expect(await findNews(stranger, filter, sinceOf(page.asOf))).toMatchObject({ left: [], total: null })
  expect(await findNews(await givenViewer(), filter, sinceOf(page.asOf))).toMatchObject({ left: [] })

  await arrives(moving)
  expect(await findNews(viewer, filter, sinceOf(page.asOf))).toMatchObject({ left: [], total: 3 })
})

test('it has left too where its flow takes it to another team, and to a team that nobody is in', async () => {
  const { teamId, news } = await givenReadList('', 1)
  const flow = await givenFlow({ teamId })
  const following = await givenInterview({ flowId: flow.id, teamId: null })
  const losing = await givenInterview({ teamId })
  await db()
    .update(interviews)
    .set({ teamId: null, updatedAt: sql`now()` })
    .where(eq(interviews.id, losing.id))
  await storeFlows([{ ...flow, teamId: crypto.randomUUID(), asked: await takePlace() }])
  expect((await news()).left.toSorted()).toEqual([following.id, losing.id].toSorted())
})

const leave = (ids: string[]) =>
  db()
    .update(interviews)
    .set({ teamId: crypto.randomUUID(), updatedAt: sql`now()` })
    .where(inArray(interviews.id, ids))

test('of a hundred interviews that leave at once a list is told all, and of more that it is outdated', async () => {
  const { news, page } = await givenReadList('limit=200', 101)
  const [last, ...others] = page.items.map(({ id }) => id)
  await leave(others)
  const { left, isOutdated } = await news()
  expect([left.toSorted(), isOutdated]).toEqual([others.toSorted(), false])
  await leave([last ?? ''])
  expect(await news()).toMatchObject({ left: [], isOutdated: true, missed: false })
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

test('a list that was read more than a day ago is outdated, an empty one only where not everything is seen', async () => {
  const { news } = await givenReadList('', 1)
  expect(await news(everythingSince(hoursAgo(23.9)))).toMatchObject({ isOutdated: false })
  expect(await news(everythingSince(hoursAgo(24.1)))).toMatchObject({ isOutdated: true, left: [] })
  const everything = await givenViewer()
  const newsOfAll = (since: ReturnType<typeof sinceOf>) => findNews(everything, filterOf(''), since)
  expect(await newsOfAll(everythingSince(hoursAgo(24.1)))).toMatchObject({ isOutdated: true, left: [] })
  const { asOf } = await listInterviews(everything, filterOf('flow=none'))
  expect(await newsOfAll(sinceOf(asOf))).toMatchObject({ isOutdated: false })
})

test.each([1, 23, 500_000])(
  'whoever is added after an interview left learns nothing of it since %i hours ago',
  async (hours) => {
    const { teamId, news } = await givenReadList('', 0)
    const moving = await givenInterview({ teamId })
    await arrives({ ...moving, teamId: crypto.randomUUID() })
    expect(await news(everythingSince(hoursAgo(1)))).toMatchObject({ left: [moving.id] })
    const newcomer = await givenViewer({ teams: [teamId] })
    const since = everythingSince(new Date(Math.max(0, Date.parse(hoursAgo(hours)))).toISOString())
    expect(await findNews(newcomer, filterOf(''), since)).toMatchObject({
      arrived: [],
      changed: [],
      left: [],
      total: null,
    })
  },
)

test('when an interview left a team is kept for a day and not for ever', async () => {
  const { id } = await givenInterview({ teamId: 'now' })
  const leftTeams = { recently: { at: hoursAgo(24.5), in: '1' }, 'long ago': { at: hoursAgo(25.5), in: '1' } }
  await db().update(interviews).set({ leftTeams }).where(eq(interviews.id, id))
  const moved = await db().update(interviews).set({ teamId: 'next' }).where(eq(interviews.id, id)).returning()
  expect(Object.keys(moved[0]?.leftTeams ?? {}).toSorted()).toEqual(['now', 'recently'])
})

test('too much news says that there is more', async () => {
  const { teamId, news } = await givenReadList('', 0)
  for (let count = 0; count < 101; count++) await givenInterview({ teamId })
  const { arrived, missed, total } = await news()
  expect([arrived.length, missed, total]).toEqual([100, true, 101])
})

test('a stranger learns nothing of another team’s news', async () => {
  const { teamId, page } = await givenReadList('', 1)
  await givenInterview({ teamId })
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  expect(await findNews(stranger, filterOf(`team=${teamId}`), sinceOf(page.asOf))).toEqual({
    ...NOTHING,
    asOf: page.asOf,
  })
})

test.each([
  ...['', 'yesterday', '0000-01-01T00:00:00Z/1:1:', '2026-02-30T00:00:00Z/1:1:', '2026-01-01/1:1:'],
  ...['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z/', '2026-01-01T00:00:00Z/0:1:', '2026-01-01T00:00:00Z/3:2:'],
  ...['2026-01-01T00:00:00Z/1:1:1', '2026-01-01T00:00:00Z/2:9:5,4', '2026-01-01T00:00:00Z/1:9999999999999999999:'],
])('the time %j is refused in a sentence that names the parameter', (since) => {
  for (const given of [since, writeAsOf(since)])
    expect(() => sinceOf(given)).toThrow(
      expect.objectContaining({ code: 'invalid_input', detail: expect.stringContaining('The parameter since') }),
    )
})

test('what a list gives tells nobody how much others write', async () => {
  const { page } = await givenReadList('', 1)
  const { at, snapshot } = sinceOf(page.asOf)
  expect(snapshot).toMatch(/^\d+:\d+:/)
  for (const text of [page.asOf, Buffer.from(page.asOf, 'base64url').toString('latin1')])
    for (const told of [at, snapshot]) expect(text).not.toContain(told)
  const least = 4_000_000_000
  const underWay = Array.from({ length: 40 }, (_, index) => least + index * 25)
  const busy = `${least}:${least + 1_000}:${underWay.join(',')}`
  expect(writeAsOf(`${at}/${busy}`)).toHaveLength(writeAsOf(`${at}/1:1:`).length)
  expect(sinceOf(writeAsOf(`${at}/${busy}`))).toMatchObject({ at, snapshot: busy })
})

test('whatever names a time is refused in a sentence or understood by the database', async () => {
  const viewer = await givenViewer({ teams: [] })
  const numbers = fc.array(fc.nat(9), { maxLength: 4 }).map((some) => some.join(','))
  const snapshots = fc.tuple(fc.nat(9), fc.nat(9), numbers).map((parts) => parts.join(':'))
  const ask = async (snapshot: string) => findNews(viewer, filterOf(''), everythingSince(hoursAgo(1), snapshot))
  await fc.assert(
    fc.asyncProperty(snapshots, async (snapshot) => {
      const read = await ask(snapshot).catch((error: unknown) => error)
      expect(read).toEqual(expect.objectContaining(read instanceof Error ? { code: 'invalid_input' } : { arrived: [] }))
    }),
  )
})
