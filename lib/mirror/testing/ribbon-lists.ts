import { sql } from 'drizzle-orm'
import { afterAll, beforeEach } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews } from '../../db/schema/interviews'
import { mirrorLists, unreadableItems } from '../../db/schema/mirror'
import { completedInterview, flow } from '../../ribbon/testing/replies'
import { givenServer, type Answer } from '../../ribbon/testing/stub-server'

type Fault = { status: number } | { json: string }
const OK = { status: 200 }
/** What the Ribbon of `givenRibbon` holds. */
export const ribbon = {
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
const endless = (limit: number) => Array.from({ length: limit }, () => `endless-${crypto.randomUUID()}`)
const flowJson = (id: string) => {
  const fault = ribbon.faults.get(id)
  return fault && 'json' in fault ? fault.json : JSON.stringify({ ...flow(), interview_flow_id: id })
}
function interviewJson(id: string): string {
  const fault = ribbon.faults.get(id)
  if (fault && 'json' in fault) return fault.json
  const status = ribbon.completed.includes(id) ? 'completed' : 'incomplete'
  return JSON.stringify({ ...completedInterview(), interview_id: id, status })
}

/** A Ribbon of these lists, for a test file; before each test it is empty, and so is the mirror. */
export async function givenRibbon() {
  const server = await givenServer(answer)
  process.env.RIBBON_API_URL = server.url
  process.env.RIBBON_API_KEY = crypto.randomUUID()
  afterAll(() => server[Symbol.asyncDispose]())
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
}

export const noted = () => db().select().from(unreadableItems)
export const letTimePass = () =>
  db()
    .update(unreadableItems)
    .set({ nextTryAt: sql`now()` })
