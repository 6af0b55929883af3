import { writeCursor, type Position } from './list/cursor'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenFlow, givenInterview } from '../db/testing/interview'
import { parseInterviewFilter } from './list/filter'
import { requireInterviewFilter } from './list/required-filter'
import { perScore } from '../assessment/scores'
import type { InterviewPage } from './list/list'
import { findInterview, findWords } from './queries'
import { findReview } from '../review/queries'
import { findNeighbours, listInterviews } from './list/queries'
import { SORT_KEYS, type SortKey } from './list/sort'

const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))
const team = () => crypto.randomUUID()

async function listAll(viewer: Viewer, query: string) {
  const ids: string[] = []
  for (let cursor: string | null = null; ;) {
    const search = new URLSearchParams(query)
    if (cursor) search.set('cursor', cursor)
    const page: InterviewPage = await listInterviews(viewer, requireInterviewFilter(search))
    ids.push(...page.items.map((item) => item.id))
    if (page.nextCursor === null) return { ids, total: page.total }
    cursor = page.nextCursor
  }
}

test('a member of one team finds nothing of another team, by id, list, search, words or neighbours', async () => {
  const [ours, theirs] = [team(), team()]
  const stranger = await givenViewer({ teams: [ours] })
  const member = await givenViewer({ teams: [theirs] })
  const { id } = await givenInterview({ teamId: theirs })

  await expect(findInterview(member, id)).resolves.toMatchObject({ id })
  await expect(findInterview(stranger, id)).resolves.toBeNull()
  await expect(findWords(member, id)).resolves.not.toBeNull()
  await expect(findWords(stranger, id)).resolves.toBeNull()
  await expect(listInterviews(stranger, filterOf('q=night'))).resolves.toMatchObject({ items: [], total: 0 })
  await expect(listInterviews(stranger, filterOf(`team=${theirs}`))).resolves.toMatchObject({ items: [], total: 0 })
  await expect(findNeighbours(stranger, filterOf(''), id)).resolves.toBeNull()
})

test('an interview without a team is for those who see all teams', async () => {
  const { id } = await givenInterview({ teamId: null })
  await expect(findInterview(await givenViewer({ teams: [] }), id)).resolves.toBeNull()
  await expect(findInterview(await givenViewer({ role: 'admin' }), id)).resolves.toMatchObject({ id })
})

test('the script is told with an interview to who sees its flow as a whole; what was asked is told to whoever sees the interview', async () => {
  const flow = await givenFlow({ teamId: team(), questions: ['Which nights did you lead?', 'Why here?'] })
  const { id } = await givenInterview({ flowId: flow.id })
  const scripts = async (viewer: Viewer) => {
    const [found, review] = [await findInterview(viewer, id), await findReview(viewer, id)]
    return [found?.script, review?.interview.script]
  }
  const whole = ['Which nights did you lead?', 'Why here?']
  for (const viewer of [await givenViewer({ flows: [flow.id] }), await givenViewer()])
    await expect(scripts(viewer)).resolves.toEqual([whole, whole])
  await expect(scripts(await givenViewer({ interviews: [id] }))).resolves.toEqual([[], []])
})

test.each(SORT_KEYS.flatMap((key) => [key, `-${key}`]))(
  'sorted by %s, the pages hold every interview once, those without a value last',
  async (sort) => {
    const teamId = team()
    const viewer = await givenViewer({ teams: [teamId] })
    const scores = [3, null, 4.333333, 3, null, 1]
    for (const generalScore of scores) {
      const name = generalScore === null ? null : `Name ${generalScore}`
      await givenInterview({
        teamId,
        generalScore,
        talk: generalScore,
        duration: generalScore,
        scores: perScore(() => generalScore),
        candidate: { name, email: name },
      })
    }
    const whole = await listAll(viewer, `sort=${sort}&limit=200`)
    const paged = await listAll(viewer, `sort=${sort}&limit=1`)
    expect(paged).toEqual(whole)
    expect(new Set(paged.ids).size).toBe(scores.length)
    expect(paged.total).toBe(scores.length)

    const middle = paged.ids[2] ?? ''
    expect(await findNeighbours(viewer, filterOf(`sort=${sort}`), asId(middle))).toEqual({
      previous: paged.ids[1],
      next: paged.ids[3],
      position: 3,
      total: scores.length,
    })
  },
)

test('the longest names make no cursor that the list itself refuses', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  for (const end of ['a', 'b', 'c'])
    await givenInterview({ teamId, candidate: { name: '夜'.repeat(5_000) + end, email: null } })
  const { ids } = await listAll(viewer, 'sort=candidate&limit=1')
  expect(new Set(ids).size).toBe(3)
})

test('names are sorted as people sort them on every database, page by page and back, unnamed ones last', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const names = ['Zoe Young', 'Ned Adams', 'Émile Zola', 'Åsa Berg', null, 'Özlem Aksoy', 'Łukasz Nowak', 'adam lower']
  const ids = new Map<string, string | null>()
  for (const name of names) ids.set((await givenInterview({ teamId, candidate: { name, email: null } })).id, name)

  const sorted = ['adam lower', 'Åsa Berg', 'Émile Zola', 'Łukasz Nowak', 'Ned Adams', 'Özlem Aksoy', 'Zoe Young', null]
  const namesBy = async (query: string) => (await listAll(viewer, query)).ids.map((id) => ids.get(id))
  expect(await namesBy('sort=candidate&limit=1')).toEqual(sorted)
  expect(await namesBy('sort=-candidate&limit=3')).toEqual([...sorted.slice(0, -1).toReversed(), null])

  const { ids: order } = await listAll(viewer, 'sort=candidate')
  expect(await findNeighbours(viewer, filterOf('sort=candidate'), asId(order[1] ?? ''))).toMatchObject({
    previous: order[0],
    next: order[2],
    position: 2,
  })
})

test('the best score comes first and a missing one last', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  for (const generalScore of [null, 2, 5]) await givenInterview({ teamId, generalScore })
  const { items } = await listInterviews(viewer, filterOf('sort=-score'))
  expect(items.map(({ assessment }) => assessment.is === 'shown' && assessment.generalScore)).toEqual([5, 2, null])
})

test('a cursor stays where it was while a new interview arrives before it', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  for (const generalScore of [5, 4, 3]) await givenInterview({ teamId, generalScore })
  const first = await listInterviews(viewer, filterOf('sort=-score&limit=2'))
  await givenInterview({ teamId, generalScore: 4.5 })
  const second = await listInterviews(viewer, { ...filterOf('sort=-score&limit=2'), cursor: first.nextCursor })
  expect(second.items.map(({ assessment }) => assessment.is === 'shown' && assessment.generalScore)).toEqual([3])
})

const cursorOf = (order: SortKey, value: unknown) => writeCursor(order, value as Position)
const notEncrypted = (text: string) => Buffer.from(text).toString('base64url')

test.each<[string, string, () => string]>([
  ['-seen', 'that is none', () => 'bad'],
  ['-seen', 'that is another JSON', () => notEncrypted('{}')],
  ['-seen', 'with an id that is none', () => cursorOf('seen', { value: 1, id: 2 })],
  ['-seen', 'of another column', () => cursorOf('seen', { value: 'now', id: 'a' })],
  ['-seen', 'beyond all times', () => cursorOf('seen', { value: 1e300, id: 'a' })],
  ['score', 'that is a word', () => cursorOf('score', { value: 'high', id: 'a' })],
  ['score', 'that is endless', () => notEncrypted('{"value":1e999,"id":"a"}')],
  ['score', 'that somebody wrote themselves', () => notEncrypted('{"value":4,"id":"a"}')],
  ['candidate', 'with NUL in it', () => cursorOf('candidate', { value: 'Grace\0', id: 'a' })],
  ['candidate', 'with NUL in its id', () => cursorOf('candidate', { value: 'Grace', id: '\0' })],
])('sorted by %s, a cursor %s, which no list gave, is refused', async (sort, _, cursor) => {
  const viewer = await givenViewer()
  const filter = { ...filterOf(`sort=${sort}`), cursor: cursor() }
  await expect(listInterviews(viewer, filter)).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a cursor of one order is refused by every other', async () => {
  const viewer = await givenViewer({ teams: [team()] })
  for (const given of SORT_KEYS) {
    const cursor = cursorOf(given, { value: null, id: 'a' })
    for (const sort of SORT_KEYS) {
      const read = listInterviews(viewer, { ...filterOf(`sort=${sort}`), cursor })
      if (sort === given) await expect(read).resolves.toMatchObject({ items: [] })
      else await expect(read, `${given} in ${sort}`).rejects.toMatchObject({ code: 'invalid_input' })
    }
  }
})

test('a cursor does not show what it stands for', async () => {
  const viewer = await givenViewer({ teams: [team()] })
  const teamId = viewer.scope === 'all' ? '' : (viewer.scope.teams[0] ?? '')
  for (const name of ['Adaline Featherstone', 'Grace'])
    await givenInterview({ teamId, candidate: { name, email: null } })
  const { nextCursor } = await listInterviews(viewer, filterOf('sort=candidate&limit=1'))
  expect(Buffer.from(nextCursor ?? '', 'base64url').toString('latin1')).not.toMatch(/featherstone|"value"/i)
  expect((await listInterviews(viewer, filterOf('sort=candidate&limit=1'))).nextCursor).toBe(nextCursor)
})

test.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
  'a cursor far off, at %d, ends the list',
  async (value) => {
    const viewer = await givenViewer({ teams: [team()] })
    const filter = { ...filterOf('sort=seen'), cursor: cursorOf('seen', { value, id: 'a' }) }
    await expect(listInterviews(viewer, filter)).resolves.toMatchObject({ items: [], nextCursor: null })
  },
)

test('filters narrow the list and its total', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId, flowId: 'flow_1', state: 'processing' })
  await givenInterview({ teamId, flowId: 'flow_2' })
  expect(await listAll(viewer, 'flow=flow_1')).toEqual({ ids: [id], total: 1 })
  expect(await listAll(viewer, 'state=processing,not_taken')).toEqual({ ids: [id], total: 1 })
})

test('previous and next walk the list in its order', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  for (const generalScore of [5, 4, 3]) await givenInterview({ teamId, generalScore })
  const filter = filterOf('sort=-score')
  const [first, second, third] = (await listInterviews(viewer, filter)).items.map((item) => item.id)

  expect(await findNeighbours(viewer, filter, asId(second ?? ''))).toEqual({
    previous: first,
    next: third,
    position: 2,
    total: 3,
  })
  expect(await findNeighbours(viewer, filter, asId(first ?? ''))).toMatchObject({
    previous: null,
    next: second,
    position: 1,
  })
})
