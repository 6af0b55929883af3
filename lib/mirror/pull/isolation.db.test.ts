// Must hold 42: whatever one item, list or part of Ribbon's is like, it costs only itself.
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews, teams } from '../../db/schema/interviews'
import { mirrorLists, unreadableItems } from '../../db/schema/mirror'
import { completedInterview } from '../../ribbon/testing/replies'
import { askForInterviews } from '../lists/ask-singly'
import { A_PAGE } from '../lists/source'
import { pull } from './pull'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, letTimePass, noted, ribbon } from '../testing/ribbon-lists'

// How long it is waited between two tries is the transport's own test.
vi.mock('../../ribbon/clock', async () => {
  const { givenClock } = await import('../../ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

await givenRibbon()

const storedIds = async () =>
  (await db().select({ id: interviews.id }).from(interviews).orderBy(interviews.id)).map(({ id }) => id)
const names = (count: number, prefix = 'int') =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at).padStart(5, '0')}`)
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const withData = (id: string, data: object) =>
  JSON.stringify({
    ...completedInterview(),
    interview_id: id,
    interview_data: { ...completedInterview().interview_data, ...data },
  })

test.each([
  ['nested 5,000 deep', { json: `{"interview_id":"int-00007","z":${nested(5_000)}}` }, 'too_deep'],
  [
    'with a name of 10 MB',
    { json: withData('int-00007', { interviewee_first_name: 'x'.repeat(10_000_000) }) },
    'too_large',
  ],
  ['of 70 MB', { json: withData('int-00007', { summary: 'x'.repeat(70_000_000) }) }, 'too_large'],
  ['that is no object', { json: '7' }, 'wrong_shape'],
  [
    'with 30,000 questions',
    { json: withData('int-00007', { questions_to_transcript_mapping: Array.from({ length: 30_000 }, () => ({})) }) },
    'too_many_questions',
  ],
  ['whose page is a 500', { status: 500 }, 'ribbon_rejected'],
  ['whose page is a 403', { status: 403 }, 'ribbon_forbidden'],
] as [string, { status: number } | { json: string }, string][])(
  'an interview %s costs itself alone, is noted with its reason, and is read once it can be',
  async (_, fault, reason) => {
    ribbon.completed = names(25)
    ribbon.faults.set('int-00007', fault)
    expect(await pullNow()).toBe('pulled')
    expect(await storedIds()).toEqual(names(25).filter((id) => id !== 'int-00007'))
    expect(await noted()).toMatchObject([{ reason, tries: 1 }])
    expect(await pullNow()).toBe('pulled')
    expect(await noted(), 'it was not due').toMatchObject([{ reason, tries: 1 }])

    ribbon.faults.clear()
    await letTimePass()
    expect(await pullNow()).toBe('pulled')
    expect(await storedIds()).toEqual(names(25))
    expect(await noted()).toEqual([])
  },
)

test.each([{ json: '7' }, { status: 403 }])(
  'when the list moves around one that tells no id (%j), the others are there at once, and it stays the same one',
  async (fault) => {
    ribbon.completed = names(25)
    ribbon.faults.set('int-00007', fault)
    expect(await pullNow()).toBe('pulled')
    const [first] = await noted()
    await letTimePass()
    expect(await pullNow()).toBe('pulled')
    expect(await noted()).toMatchObject([{ place: '7', after: 'int-00006', tries: 2 }])

    for (let moved = 1; moved <= 4; moved++) {
      ribbon.completed = [`new-${moved}`, ...ribbon.completed]
      expect(await pullNow()).toBe('pulled')
      expect(await storedIds()).toEqual(ribbon.completed.filter((id) => id !== 'int-00007').toSorted())
      expect(await noted()).toMatchObject([{ place: `${7 + moved}`, tries: 2, firstSeenAt: first?.firstSeenAt }])
    }
    ribbon.completed = ribbon.completed.slice(3)
    ribbon.faults.clear()
    await letTimePass()
    expect(await pullNow()).toBe('pulled')
    expect(await storedIds()).toContain('int-00007')
    expect(await noted()).toEqual([])
  },
)

test('one word of four million characters is cut, and the interview is there', async () => {
  ribbon.completed = names(12)
  const words = [{ word: 'x'.repeat(4_000_000), start: 1, end: 2 }]
  ribbon.faults.set('int-00003', {
    json: withData('int-00003', { transcript_with_timestamp: [{ role: 'user', content: '', words }] }),
  })
  expect(await pullNow()).toBe('pulled')
  expect(await storedIds()).toEqual(names(12))
})

test.each([{ status: 500 }, { status: 403 }, { json: '7' }])(
  'one that left the list and answers %j is noted, and tried again less and less often, while the others go on',
  async (fault) => {
    ribbon.incomplete = names(6)
    expect(await pullNow()).toBe('pulled')
    ribbon.incomplete = names(2)
    ribbon.faults.set('int-00003', fault)
    ribbon.completed = ['int-00004', 'int-00005', 'new']
    expect(await pullNow()).toBe('pulled')

    expect(await noted()).toMatchObject([{ kind: 'interview', place: 'int-00003', tries: 1 }])
    expect(await storedIds()).toContain('new')
    const goneOnes = await db()
      .select({ id: interviews.id })
      .from(interviews)
      .where(sql`gone_at IS NOT NULL`)
    expect(goneOnes, 'the one that Ribbon does not know').toEqual([{ id: 'int-00002' }])

    const waits: number[] = []
    for (let tries = 2; tries <= 4; tries++) {
      await letTimePass()
      expect(await pullNow()).toBe('pulled')
      const minutes = sql<number>`round(extract(epoch FROM next_try_at - last_seen_at) / 60)::int`
      const [row] = await db().select({ tries: unreadableItems.tries, minutes }).from(unreadableItems)
      expect(row?.tries).toBe(tries)
      waits.push(row?.minutes ?? 0)
    }
    expect(waits).toEqual([10, 20, 40])
  },
)

test('an endless list of incomplete interviews has its bound, and the completed one its turn', async () => {
  ribbon.isEndless = true
  ribbon.completed = names(15)
  await pull(async () => {}, { incomplete: 5, completed: 5 })
  expect(await storedIds()).toEqual(expect.arrayContaining(names(15)))
  const [list] = await db().select().from(mirrorLists).where(eq(mirrorLists.status, 'incomplete'))
  expect(list).toMatchObject({ nextOffset: 5 * A_PAGE.incomplete, passedAt: null })
})

test('an item at the end of a list that cannot be read stays noted while it is there, as often as it was tried', async () => {
  ribbon.completed = names(3)
  ribbon.faults = new Map([['int-00002', { json: '7' }]])
  await pullNow()
  await letTimePass()
  await pullNow()
  expect(await noted()).toMatchObject([{ kind: 'completed', place: '2', tries: 2 }])
})

const LISTS = ['teams', 'interview-flows', 'incomplete', 'completed'] as const
const REFUSED = [404, 422, 403, 400].flatMap((status) => [
  ...LISTS.map((list) => ({ status, refused: [list] as string[] })),
  { status, refused: ['teams', 'interview-flows'] },
  { status, refused: ['teams', 'interview-flows', 'incomplete'] },
])

test.each(REFUSED)('$status on $refused costs nothing of the other lists', async ({ status, refused }) => {
  ribbon.flows = ['flow-a']
  ribbon.incomplete = names(2, 'open')
  ribbon.completed = names(3)
  ribbon.listFault = (list) => (refused.includes(list) ? { status } : undefined)
  expect(await pullNow()).toBe('failed')
  const open = refused.includes('incomplete') ? [] : ribbon.incomplete
  const completed = refused.includes('completed') ? [] : ribbon.completed
  expect(await storedIds()).toEqual([...completed, ...open])
  expect(await db().$count(flows)).toBe(refused.includes('interview-flows') ? 0 : 1)
  expect(await noted()).toEqual([])
})

test.each([404, 422])('a server that answers %i to everything takes nothing away', async (status) => {
  ribbon.flows = ['flow-a']
  ribbon.completed = names(3)
  expect(await pullNow()).toBe('pulled')
  ribbon.faults.set('int-00001', { json: '7' })
  await askForInterviews(['int-00001'], async () => {})
  await letTimePass()
  ribbon.faults = new Map([...ribbon.completed, 'flow-a'].map((id) => [id, { status }]))
  ribbon.listFault = () => ({ status })
  expect(await pullNow()).toBe('failed')
  expect(await db().$count(interviews, sql`gone_at IS NULL`)).toBe(3)
  expect(await db().$count(flows, sql`gone_at IS NULL`)).toBe(1)
  expect(await noted()).toMatchObject([{ place: 'int-00001' }])
})

test('a pull asks for no list but these: of those who work at Ribbon it learns nothing', async () => {
  const asked = new Set<string>()
  ribbon.listFault = (list) => {
    asked.add(list)
    return undefined
  }
  expect(await pullNow()).toBe('pulled')
  expect([...asked].toSorted()).toEqual(LISTS.toSorted())
})

const UNREADABLE = [
  ['7', 'wrong_shape'],
  ['{}', 'wrong_shape'],
  [`{"id":"${'x'.repeat(256)}"}`, 'wrong_shape'],
  ['{"id":bad}', 'no_json'],
  [`{"id":"bad","z":${nested(65)}}`, 'too_deep'],
  [`{"id":"bad","z":"${'x'.repeat(9_000_000)}"}`, 'too_large'],
] as const

const teamsAround = (second: string) => (asked: string) =>
  asked === 'teams' ? { json: `{"teams":[{"id":"a"},${second},{"id":"c"}]}` } : undefined

test.each(UNREADABLE.map(([item, reason]) => ({ item, reason })))(
  'of the list of teams one that is $reason costs itself alone, and is noted until it can be read',
  async ({ item, reason }) => {
    await db().delete(teams)
    ribbon.listFault = teamsAround(item)
    expect(await pullNow()).toBe('pulled')
    expect(await db().$count(teams)).toBe(2)
    expect(await noted()).toMatchObject([{ kind: 'teams', place: '1', reason, tries: 1 }])

    ribbon.listFault = teamsAround('{"id":"b"}')
    expect(await pullNow()).toBe('pulled')
    expect(await db().$count(teams)).toBe(3)
    expect(await noted()).toEqual([])
  },
)
