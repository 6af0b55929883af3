import { sql } from 'drizzle-orm'
import { afterAll, beforeEach } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews } from '../../db/schema/interviews'
import { mirrorLists, unreadableItems } from '../../db/schema/mirror'
import { completedInterview, flow } from '../../ribbon/testing/replies'
import { givenServer, type Answer } from '../../ribbon/testing/stub-server'

/** `send` may break off. */
type Fault = { status: number } | { json: string } | { send: Answer }
type Listed = 'teams' | 'interview-flows' | 'completed' | 'incomplete'
const OK = { status: 200 }
const UNKNOWN = { status: 422 }
const noFault = (_list: Listed, _ids: string[]): Fault | undefined => undefined
/** What the Ribbon of `givenRibbon` holds. */
export const ribbon = {
  flows: [] as string[],
  completed: [] as string[],
  incomplete: [] as string[],
  /** What Ribbon sends in place of an interview, in lists and alone. */
  faults: new Map<string, Fault>(),
  /** What Ribbon sends in place of a page, by the ids that would be on it. */
  listFault: noFault,
  isWell: true,
  knowsFlows: true,
  isEndless: false,
}

const answer: Answer = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://ribbon')
  const [, , noun = '', segment = ''] = pathname.split('/')
  const id = decodeURIComponent(segment)
  const send = (json: string, fault: Fault = OK) => {
    if ('send' in fault) return fault.send(request, response)
    return response.writeHead('status' in fault ? fault.status : 200).end('json' in fault ? fault.json : json)
  }
  if (noun === 'ping') return send('{"message":"pong"}', ribbon.isWell ? OK : { status: 500 })
  if (noun === 'interview-flows' && id) return send(flowJson(id), ribbon.knowsFlows ? ribbon.faults.get(id) : UNKNOWN)
  if (id) return send(interviewJson(id), ribbon.faults.get(id) ?? (isThere(id) ? OK : UNKNOWN))

  const list = (noun === 'interviews' ? searchParams.get('status') : noun) as Listed
  const ids = pageOf(list, Number(searchParams.get('limit')), Number(searchParams.get('offset')))
  const failing = ids.map((one) => ribbon.faults.get(one)).find((fault) => fault && !('json' in fault))
  const items = ids.map((one) => (list === 'interview-flows' ? flowJson(one) : interviewJson(one)))
  return send(`{"${noun.replace('-', '_')}":[${items.join()}]}`, ribbon.listFault(list, ids) ?? failing)
}

function pageOf(list: Listed, limit: number, offset: number): string[] {
  if (list === 'teams') return []
  if (list === 'incomplete' && ribbon.isEndless) return endless(limit)
  return (list === 'interview-flows' ? ribbon.flows : ribbon[list]).slice(offset, offset + limit)
}

const isThere = (id: string) => ribbon.completed.includes(id) || ribbon.incomplete.includes(id)
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
      listFault: noFault,
      isWell: true,
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
