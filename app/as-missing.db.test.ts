// Must hold 4: what somebody may not see is answered as what does not exist, by the same work, whatever it holds. Time is no
// measure on a machine that does other things too; what is asked of the database is.
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ASKS, type Ask, type Own, type Target } from '@/e2e/outside-asks'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES, type AppRoute } from '@/e2e/routes'
import { NO_SCORES } from '@/lib/assessment/scores'
import { askPage, askRoute } from '@/lib/auth/testing/ask-route'
import type { Viewer } from '@/lib/auth/viewer'
import { correctTranscript } from '@/lib/corrections/commands'
import { db, pool } from '@/lib/db/client'
import { credentials } from '@/lib/db/schema/members'
import { givenViewer, whoMay } from '@/lib/db/testing/fixtures'
import { givenFlow, givenInterview } from '@/lib/db/testing/interview'
import { inviteMembers } from '@/lib/invitations/commands'
import { writeNote } from '@/lib/notes/commands'
import { givenServer, json, type Answer } from '@/lib/ribbon/testing/stub-server'
import { setStatus } from '@/lib/status/commands'
import { questionKey } from '@/lib/transcript/question-key'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

const QUESTION = 'What did you run?'
/** So much more than any answer may read of it. */
const NOTES = 60
/** Rows that a statement may read more for what is there: itself, and its reader's own scope, which it is held against. */
const MOST_MORE = 4
const none = () => crypto.randomUUID()

let me: Viewer
let own: Own
let hidden: Target
let missing: Target
let ribbon: Awaited<ReturnType<typeof givenServer>>
/** What Ribbon answers about one interview. */
let spoilt: { id: string; answer: Answer } | null = null

/** It is well, and knows nothing but that one. */
const answerOfRibbon: Answer = (request, response) => {
  const isThat = spoilt !== null && request.url?.includes(spoilt.id)
  const other = request.url === '/v1/ping' ? json({ message: 'pong' }) : json({ error: 'not found' }, 404)
  return (isThat && spoilt ? spoilt.answer : other)(request, response)
}

beforeAll(async () => {
  ribbon = await givenServer(answerOfRibbon)
  me = await givenViewer({ teams: ['team_own'] })
  const author = await givenViewer({ role: 'admin' })
  const { id: flowId } = await givenFlow({ teamId: 'team_hidden', questions: [QUESTION] })
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const of = { flowId, teamId: 'team_hidden', questions, scores: { ...NO_SCORES, skills: 3 } }
  const { id: interviewId } = await givenInterview(of)
  const [noteId, correctionId] = [none(), none()]
  for (let count = 0; count < NOTES; count++) {
    const id = count === 0 ? noteId : none()
    const draft = { parentId: null, body: `@${me.email}, look.`, at: null, quote: null }
    await writeNote(author, { interviewId, noteId: id }, draft)
  }
  const heard = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' }
  await correctTranscript(author, { interviewId, correctionId }, heard)
  const set = await setStatus(
    whoMay(author, 'status.set'),
    { id: interviewId },
    { status: 'shortlisted', reason: null },
  )
  const mine = await givenInterview({ teamId: 'team_own' })
  const key = questionKey(QUESTION)
  own = { interviewId: mine.id, flowId: mine.flowId ?? '', questionKey: key, memberId: me.memberId, since: '' }
  const alike = { ...author, teamId: 'team_hidden', questionKey: key, seq: '1', word: 'look', newId: none() }
  const others = { sessionId: author.sessionId, ...(await givenOfOthers(author)) }
  const versions = { assignmentId: none(), statusVersion: set.version ?? '' }
  hidden = { ...alike, interviewId, flowId, noteId, correctionId, ...versions, ...others }
  missing = {
    ...alike,
    ...{ interviewId: none(), flowId: none(), noteId: none(), correctionId: none(), assignmentId: none() },
    ...{ statusVersion: none(), sessionId: none(), passkeyId: none(), invitationId: none() },
  }
})
beforeEach(() => vi.stubEnv('RIBBON_API_URL', ribbon.url))
afterAll(async () => ribbon[Symbol.asyncDispose]())

async function givenOfOthers(author: Viewer) {
  const draft = { emails: [`${crypto.randomUUID()}@example.com`], role: 'reviewer' as const, scope: 'all' as const }
  const { invitations } = await inviteMembers(whoMay(author, 'member.invite'), draft)
  const key = { passkeyId: crypto.randomUUID(), publicKey: Buffer.from('a key'), signCount: 0, name: 'Laptop' }
  const [passkey] = await db()
    .insert(credentials)
    .values({ memberId: author.memberId, kind: 'passkey', ...key })
    .returning({ id: credentials.id })
  return { passkeyId: passkey?.id ?? '', invitationId: invitations[0]?.id ?? '' }
}

type Statement = { text: string; values: unknown[] }
/** `nth` of those in which the route is asked about something. */
type Asking = { route: AppRoute; method: string; nth: number }

const OF_AN_OBJECT = /\[(?:interviewId|flowId|sessionId|passkeyId|invitationId)\]/
const guarded = appRoutes().filter(({ pattern }) => !(pattern in PUBLIC_ROUTES))
const asked = guarded.flatMap((route) =>
  route.methods
    .filter((method) => route.kind === 'endpoint' || method === 'GET')
    .map((method) => ({ route, method, name: `${method} ${route.pattern}` })),
)

/** Those that name it in the address or in what is sent: a list that is narrowed by it is a list all the same. */
function asksOf({ route, method }: Pick<Asking, 'route' | 'method'>): Asking[] {
  const [there, gone] = [hidden, missing].map((about) => everyAsk({ route, method }, about))
  return (there ?? []).flatMap((ask, nth) => {
    const names = OF_AN_OBJECT.test(route.pattern) || JSON.stringify(ask.body) !== JSON.stringify(gone?.[nth]?.body)
    return names && ask.search === undefined ? [{ route, method, nth }] : []
  })
}

function everyAsk({ route, method }: Pick<Asking, 'route' | 'method'>, about: Target): Ask[] {
  return ASKS[`${method === 'HEAD' ? 'GET' : method} ${route.pattern}`]?.(about, own) ?? []
}

async function ask(asking: Asking, about: Target, as = me) {
  const { route, method, nth } = asking
  const { parameters, body } = everyAsk(asking, about)[nth] ?? {}
  const of = { as, drawnFor: as.memberId, parameters: textsOf({ ...PLACEHOLDERS, ...about, ...parameters }), body }
  const query = vi.spyOn(Client.prototype, 'query')
  try {
    const answering = () => askRoute(`${method} ${route.pattern}`, of).then(sent)
    const answer = await (route.kind === 'page' ? drawn(route, of) : answering())
    // A page that is none any more leaves behind what it has begun to ask.
    await expect.poll(() => pool().idleCount).toBe(pool().totalCount)
    const statements = query.mock.calls.map(([config, beside]: unknown[]): Statement => {
      const { text, values = beside } = typeof config === 'string' ? { text: config } : (config as Partial<Statement>)
      return { text: text ?? '', values: Array.isArray(values) ? values : [] }
    })
    const told = statements.filter(({ text }) => !isOfConnection(text))
    // What is asked at the same time comes in whatever order.
    return {
      answer: withoutIds(answer, about),
      statements: told.toSorted((one, other) => (one.text < other.text ? -1 : 1)),
    }
  } finally {
    query.mockRestore()
  }
}

function textsOf(about: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(about).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** A connection that is new is told its limits; when a session was used is written once in five minutes. */
const isOfConnection = (text: string) => text.includes('statement_timeout') || text.startsWith('UPDATE sessions AS s')

async function sent(response: Response) {
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}

async function drawn({ pattern, file }: AppRoute, of: Parameters<typeof askPage>[1]) {
  return askPage({ pattern, file }, of).then(
    () => 'a page',
    (error: unknown) => (error instanceof Error && 'digest' in error ? error.digest : String(error)),
  )
}

function withoutIds(answer: unknown, { interviewId, flowId }: Target): string {
  const text = [interviewId, flowId].reduce((rest, id) => rest.replaceAll(id, 'its id'), JSON.stringify(answer))
  // A failure has an id of its own, by which the log has it.
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
}

type Plan = {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Plan[]
}
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.custom<Plan>() })]) }))

/** How it is found, and how many rows are looked at for it; of what is no query nothing. As where tables are large: by their indexes. */
async function workOf({ text, values }: Statement) {
  if (!/^\s*(?:select|with|insert|update|delete)\b/i.test(text)) return { how: text, rows: 0 }
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values)
    const [{ 'QUERY PLAN': told }] = explained.parse(rows) as [z.infer<typeof explained>[number]]
    return { how: JSON.stringify(shapeOf(told[0].Plan)), rows: rowsOf(told[0].Plan) }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const shapeOf = ({ 'Node Type': node, 'Index Name': index, Plans = [] }: Plan): unknown => [
  node,
  index,
  Plans.map(shapeOf),
]

function rowsOf(plan: Plan): number {
  const left = [
    'Actual Rows',
    'Rows Removed by Filter',
    'Rows Removed by Index Recheck',
    'Rows Removed by Join Filter',
  ] as const
  const own = left.reduce((sum, name) => sum + (plan[name] ?? 0), 0) * plan['Actual Loops']
  return (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), own)
}

async function compare(asking: Asking) {
  // Of what is not found Ribbon is asked once a minute, of both.
  for (const scene of [hidden, missing]) await ask(asking, scene)
  const there = await ask(asking, hidden)
  const gone = await ask(asking, missing)
  expect(there.answer).toBe(gone.answer)
  expect(there.statements.map(({ text }) => text)).toEqual(gone.statements.map(({ text }) => text))
  for (const [at, statement] of there.statements.entries()) {
    const [work, none] = [await workOf(statement), await workOf(gone.statements[at] ?? statement)]
    expect(work.how, statement.text).toBe(none.how)
    expect(work.rows - none.rows, statement.text).toBeLessThanOrEqual(MOST_MORE)
  }
}

test.each(asked)('$name does no more for what its reader may not see than for what is not there', async (of) => {
  for (const asking of asksOf(of)) await compare(asking)
})

const REPLIES: [string, Answer][] = [
  ['no interview', json({ interview_id: 7 })],
  ['no JSON', (_, response) => response.end('<h1>Sorry</h1>')],
  ['a 400', json({}, 400)],
  ['a 403', json({}, 403)],
  ['a 500', json({}, 500)],
  ['one that breaks off', (request) => request.socket.destroy()],
]

test.each(REPLIES)(
  'where Ribbon’s reply about what its reader may not see is %s, they are told what they are of none',
  async (_, answer) => {
    const reading = asked.filter(({ method, route }) => method === 'GET' && route.pattern.includes('[interviewId]'))
    expect(reading.length).toBeGreaterThan(10)
    for (const { route, method } of reading) {
      const { id: interviewId } = await givenInterview({ teamId: 'team_hidden' })
      spoilt = { id: interviewId, answer }
      const there = await ask({ route, method, nth: 0 }, { ...hidden, interviewId })
      const gone = await ask({ route, method, nth: 0 }, { ...missing, interviewId: none() })
      expect(there.answer, route.pattern).toBe(gone.answer)
    }
  },
)

test('that is tried of most routes, and what is read of an object would show: whoever sees it reads it', async () => {
  expect(asked.filter((of) => asksOf(of).length > 0).length).toBeGreaterThan(60)
  const route = guarded.find(({ pattern }) => pattern === '/api/interviews/[interviewId]/notes')
  if (!route) throw new Error('there are no notes')
  const { statements } = await ask({ route, method: 'GET', nth: 0 }, hidden, await givenViewer())
  const works = await Promise.all(statements.map(workOf))
  expect(Math.max(...works.map(({ rows }) => rows))).toBeGreaterThan(NOTES)
})
