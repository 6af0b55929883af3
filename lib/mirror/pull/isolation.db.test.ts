// Must hold 42: whatever one item, list or part of Ribbon's is like, it costs only itself.
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews } from '../../db/schema/interviews'
import { mirrorLists, unreadableItems } from '../../db/schema/mirror'
import { receivedFlow } from '../../ribbon/flow'
import { givenServer, type Answer } from '../../ribbon/testing/stub-server'
import { completedInterview, flow } from '../../ribbon/testing/replies'
import { A_PAGE } from '../lists/source'
import { takePlace } from '../store/order'
import { pull } from './pull'
import { storeFlows } from '../store/flows'
import { pullNow } from '../testing/pull-now'

type Fault = { status: number } | { json: string }
const OK = { status: 200 }
const ribbon = {
  flows: [] as string[],
  completed: [] as string[],
  incomplete: [] as string[],
  /** What Ribbon sends in place of an interview, in lists and alone. */
  faults: new Map<string, Fault>(),
  knowsFlows: true,
  isEndless: false,
}

const answer: Answer = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://ribbon')
  const send = (json: string, status = 200) => void response.writeHead(status).end(json)
  const window = <T>(list: T[]) =>
    list.slice(
      Number(searchParams.get('offset')),
      Number(searchParams.get('offset')) + Number(searchParams.get('limit')),
    )
  const id = decodeURIComponent(pathname.split('/')[3] ?? '')
  if (pathname === '/v1/teams') return send('{"teams":[]}')
  if (pathname === '/v1/team-members') return send('{"team_members":[]}')
  if (pathname === '/v1/interview-flows')
    return send(`{"interview_flows":[${window(ribbon.flows).map(flowJson).join()}]}`)
  if (pathname.startsWith('/v1/interview-flows/')) return ribbon.knowsFlows ? send(flowJson(id)) : send('{}', 422)
  if (pathname === '/v1/interviews') {
    const isCompleted = searchParams.get('status') === 'completed'
    const listed =
      !isCompleted && ribbon.isEndless
        ? endless(Number(searchParams.get('limit')))
        : window(isCompleted ? ribbon.completed : ribbon.incomplete)
    const failing = listed.map((one) => ribbon.faults.get(one)).find((fault) => fault && 'status' in fault)
    if (failing && 'status' in failing) return send('{}', failing.status)
    return send(`{"interviews":[${listed.map(interviewJson).join()}]}`)
  }
  const fault =
    ribbon.faults.get(id) ?? (ribbon.completed.includes(id) || ribbon.incomplete.includes(id) ? OK : { status: 422 })
  return 'json' in fault || fault.status === 200 ? send(interviewJson(id)) : send('{}', fault.status)
}
const server = await givenServer(answer)
process.env.RIBBON_API_URL = server.url
process.env.RIBBON_API_KEY = crypto.randomUUID()
afterAll(() => server[Symbol.asyncDispose]())

const endless = (limit: number) => Array.from({ length: limit }, () => `endless-${crypto.randomUUID()}`)
const flowJson = (id: string) => JSON.stringify({ ...flow(), interview_flow_id: id })
function interviewJson(id: string): string {
  const fault = ribbon.faults.get(id)
  if (fault && 'json' in fault) return fault.json
  const status = ribbon.completed.includes(id) ? 'completed' : 'incomplete'
  return JSON.stringify({ ...completedInterview(), interview_id: id, status })
}

beforeEach(async () => {
  Object.assign(ribbon, {
    flows: [],
    completed: [],
    incomplete: [],
    faults: new Map(),
    knowsFlows: true,
    isEndless: false,
  })
  for (const table of [interviews, flows, mirrorLists, unreadableItems]) await db().delete(table)
})

const storedIds = async () =>
  (await db().select({ id: interviews.id }).from(interviews).orderBy(interviews.id)).map(({ id }) => id)
const gone = () => db().$count(flows, sql`gone_at IS NOT NULL`)
const noted = () => db().select().from(unreadableItems)
const letTimePass = () =>
  db()
    .update(unreadableItems)
    .set({ nextTryAt: sql`now()` })
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
] as [string, Fault, string][])(
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

test('flows that are missing from a list which is suddenly empty are asked for, and are gone only when Ribbon says so', async () => {
  ribbon.flows = names(5, 'flow')
  expect(await pullNow()).toBe('pulled')
  ribbon.flows = []
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(0)
  ribbon.knowsFlows = false
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(5)
})

test('a flow that is stored after a newer list had been read without it is archived only when Ribbon says so', async () => {
  const asked = await takePlace()
  const late = { ...flow(), interview_flow_id: 'late' }
  const { flow: received } = receivedFlow.parse(late)
  expect(await pullNow()).toBe('pulled')
  await storeFlows([{ ...received, asked }])
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(0)

  ribbon.knowsFlows = false
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(1)
  await storeFlows([{ ...received, asked }])
  expect(await gone(), 'the older reply comes once more').toBe(1)
})
