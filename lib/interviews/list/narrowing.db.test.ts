import { expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, givenInterview } from '../../db/testing/interview'
import { recordListening, recordReading } from '../../listening/commands'
import type { RibbonInterview } from '../../ribbon/interview'
import { WITH_NUMBER } from '../testing/values'
import { NUMBER_RANGES } from './filter'
import { requireInterviewFilter } from './required-filter'
import type { NumberRangeName } from './filter-fields'
import { countChoices, findNeighbours, listAllIds, listInterviews } from './queries'
import { eq } from 'drizzle-orm'

type Given = Partial<RibbonInterview>

/** A list of its own, and which of its interviews a query finds, by the names they were given. */
async function givenList(named: Record<string, Given>) {
  const teamId = crypto.randomUUID()
  const viewer = await givenViewer({ teams: [teamId] })
  const ids = new Map<string, string>()
  for (const [name, given] of Object.entries(named)) ids.set(name, (await givenInterview({ teamId, ...given })).id)
  const find = async (query: string, asked: Viewer = viewer) => {
    const page = await listInterviews(asked, requireInterviewFilter(new URLSearchParams(query)))
    expect(page.total).toBe(page.items.length)
    return [...ids].filter(([, id]) => page.items.some((item) => item.id === id)).map(([name]) => name)
  }
  return { ids, find }
}

test.each(NUMBER_RANGES)('a range of %s holds both its ends and no missing value', async (name) => {
  const others = Object.assign({}, ...NUMBER_RANGES.map((other) => WITH_NUMBER[other](null)))
  const withValue = (value: number | null) => ({ ...others, ...WITH_NUMBER[name](value) })
  const { find } = await givenList({
    one: withValue(1),
    two: withValue(2.5),
    three: withValue(3),
    missing: withValue(null),
  })

  expect(await find(`${name}=1..2.5`)).toEqual(['one', 'two'])
  expect(await find(`${name}=2.5..`)).toEqual(['two', 'three'])
  expect(await find(`${name}=..2.4`)).toEqual(['one'])
  expect(await find(`${name}=0..5`)).toEqual(['one', 'two', 'three'])
})

test('what reads like an end of a range is in it: where it is listed, counted, read on, walked along and written out', async () => {
  const teamId = crypto.randomUUID()
  const viewer = await givenViewer({ teams: [teamId] })
  const ids: string[] = []
  for (const [generalScore, talk] of [
    [14 / 3, 312.6],
    [14 / 3, 312],
    [13 / 3, 312.6],
    [14 / 3, 313],
  ])
    ids.push((await givenInterview({ teamId, generalScore, talk })).id)
  const filter = requireInterviewFilter(new URLSearchParams('score=4.7..4.7&talk=312..312&limit=1'))
  const first = await listInterviews(viewer, filter)
  const second = await listInterviews(viewer, { ...filter, cursor: first.nextCursor })
  const found = [...first.items, ...second.items].map(({ id }) => id)
  expect(found.toSorted()).toEqual(ids.slice(0, 2).toSorted())
  expect([first.total, second.total, second.nextCursor]).toEqual([2, 2, null])
  expect(await listAllIds(viewer, filter, 10)).toEqual(found)
  expect(await countChoices(viewer, filter, 'state')).toEqual([{ value: 'ready', count: 2 }])
  expect(await findNeighbours(viewer, filter, asId(found[0] ?? ''))).toEqual({
    ...{ previous: null, next: found[1], position: 1, total: 2 },
  })
  expect(await findNeighbours(viewer, filter, asId(ids[2] ?? ''))).toBeNull()
})

test.each(NUMBER_RANGES)('the row of an interview that has %s alone tells this number alone', async (name) => {
  const none = Object.assign({}, ...NUMBER_RANGES.map((other) => WITH_NUMBER[other](null)))
  const { id } = await givenInterview({ ...none, ...WITH_NUMBER[name](2.5) })
  const { items } = await listInterviews(await givenViewer(), requireInterviewFilter(new URLSearchParams({ id })))
  const { noteCount: _, votes: __, ...row } = items[0] ?? {}
  expect(numbersIn(row)).toEqual([[fieldOf(name), 2.5]])
})

/** What an interview and its row call it alike. */
function fieldOf(name: NumberRangeName): string | undefined {
  return numbersIn(WITH_NUMBER[name](2.5))[0]?.[0]
}

/** With the field that each stands in. */
function numbersIn(value: object | undefined): [string, number][] {
  return Object.entries(value ?? {}).flatMap(([field, part]: [string, unknown]) => {
    if (typeof part === 'number') return [[field, part] as [string, number]]
    return typeof part === 'object' && part !== null ? numbersIn(part) : []
  })
}

test('a recording is sound or picture, and a video is a picture', async () => {
  const { find } = await givenList({
    sound: { recordings: { audio: 'https://cdn.example.com/a.wav', video: null } },
    picture: { recordings: { audio: null, video: 'https://cdn.example.com/a.mp4' } },
    none: { recordings: { audio: null, video: null } },
  })
  expect(await find('recording=yes')).toEqual(['sound', 'picture'])
  expect(await find('recording=no')).toEqual(['none'])
  expect(await find('video=yes')).toEqual(['picture'])
  expect(await find('video=no')).toEqual(['sound', 'none'])
})

test('what is new to somebody, begun, read or heard is that to nobody else, and what has no speech is none of it', async () => {
  const { find, ids } = await givenList({ new: {}, begun: {}, read: {}, heard: {}, silent: { talk: null } })
  const viewer = await givenViewer()
  const idOf = (name: string) => asId(ids.get(name) ?? '')
  await recordListening(viewer, idOf('begun'), [{ start: 0, end: 1 }])
  await recordReading(viewer, idOf('read'), [{ start: 0, end: 2 }])
  await recordListening(viewer, idOf('heard'), [{ start: 0, end: 2 }])
  for (const name of ['new', 'begun', 'read', 'heard']) expect(await find(`you=${name}`, viewer)).toEqual([name])
  expect(await find('you=new,begun', viewer)).toEqual(['new', 'begun'])
  expect(await find('you=new')).toEqual(['new', 'begun', 'read', 'heard'])
  expect(await find('you=begun,read,heard')).toEqual([])
})

test('first seen on days: both are whole days of UTC', async () => {
  const { find, ids } = await givenList({ before: {}, first: {}, last: {}, after: {} })
  const seen = {
    before: '2026-01-30T23:59:59.999Z',
    first: '2026-01-31T00:00:00Z',
    last: '2026-02-01T23:59:59.999Z',
    after: '2026-02-02T00:00:00Z',
  }
  for (const [name, firstSeenAt] of Object.entries(seen))
    await db()
      .update(interviews)
      .set({ firstSeenAt })
      .where(eq(interviews.id, ids.get(name) ?? ''))

  expect(await find('seen=2026-01-31..2026-02-01')).toEqual(['first', 'last'])
  expect(await find('seen=2026-02-01..')).toEqual(['last', 'after'])
  expect(await find('seen=..2026-01-31')).toEqual(['before', 'first'])
})

test('several filters narrow together', async () => {
  const { find } = await givenList({
    both: { generalScore: 4, talk: 300 },
    score: { generalScore: 4, talk: 20 },
    talk: { generalScore: 2, talk: 300 },
  })
  expect(await find('score=3..5&talk=60..')).toEqual(['both'])
})

test('the interviews that were picked are the list', async () => {
  const { find, ids } = await givenList({ one: {}, two: {}, three: {} })
  expect(await find(`id=${ids.get('one')},${ids.get('three')},unknown`)).toEqual(['one', 'three'])
  expect(await find(`id=${ids.get('one')}`, await givenViewer({ teams: [] }))).toEqual([])
})

test('no filter shows a stranger what another team has', async () => {
  const { find } = await givenList({ theirs: { generalScore: 4, duration: 60, talk: 30 } })
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  for (const query of ['score=0..5', 'duration=0..', 'talk=0..', 'recording=yes', 'video=no', 'seen=2000-01-01..']) {
    expect(await find(query), query).toEqual(['theirs'])
    expect(await find(query, stranger), query).toEqual([])
  }
})
