import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
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
import type { Statement } from '@/lib/db/testing/work'
import { inviteMembers } from '@/lib/invitations/commands'
import { writeNote } from '@/lib/notes/commands'
import { givenServer, json, type Answer } from '@/lib/ribbon/testing/stub-server'
import { setStatus } from '@/lib/status/commands'
import { questionKey } from '@/lib/transcript/question-key'

const QUESTION = 'What did you run?'
/** On what is hidden: so many more than any answer may read of it. */
export const NOTES = 60
export const none = () => crypto.randomUUID()

/** Who sees neither of the two. */
let me: Viewer
/** What is there and outside their scope, and what is not there. */
export let hidden: Target
export let missing: Target
let own: Own
let ribbon: Awaited<ReturnType<typeof givenServer>>
/** What Ribbon answers about one interview. */
let spoilt: { id: string; answer: Answer } | null = null

/** From now on Ribbon answers that about this interview. */
export function spoil(id: string, answer: Answer) {
  spoilt = { id, answer }
}

/** It is well, and knows nothing but that one. */
const answerOfRibbon: Answer = (request, response) => {
  const isThat = spoilt !== null && request.url?.includes(spoilt.id)
  const other = request.url === '/v1/ping' ? json({ message: 'pong' }) : json({ error: 'not found' }, 404)
  return (isThat && spoilt ? spoilt.answer : other)(request, response)
}

/** Before the tests of the file, which put Next's own in the place of `next/headers`. */
export function withTargets() {
  beforeAll(async () => {
    ribbon = await givenServer(answerOfRibbon)
    await givenTargets()
  })
  beforeEach(() => vi.stubEnv('RIBBON_API_URL', ribbon.url))
  afterAll(async () => ribbon[Symbol.asyncDispose]())
}

async function givenTargets() {
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
}

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

/** `nth` of those in which the route is asked about something. */
export type Asking = { route: AppRoute; method: string; nth: number }

export const guarded = appRoutes().filter(({ pattern }) => !(pattern in PUBLIC_ROUTES))
export const asked = guarded.flatMap((route) =>
  route.methods
    .filter((method) => route.kind === 'endpoint' || method === 'GET')
    .map((method) => ({ route, method, name: `${method} ${route.pattern}` })),
)

export function everyAsk({ route, method }: Pick<Asking, 'route' | 'method'>, about: Target): Ask[] {
  return ASKS[`${method === 'HEAD' ? 'GET' : method} ${route.pattern}`]?.(about, own) ?? []
}

/** What a route answers about one of the two, and what was asked of the database for it. */
export async function askAbout(asking: Asking, about: Target, as = me) {
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
