// Must hold 41, over the routes on disk: one that is added has to be in CHANGES.
import type { InterviewId } from '@/lib/interviews/interview-id'
import { assert, asyncProperty, string } from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES } from '@/e2e/routes'
import { NO_SCORES } from '@/lib/assessment/scores'
import { tellReads } from '@/lib/audit/reads'
import { toldBy } from '@/lib/audit/testing/told'
import { forgetWaiting } from '@/lib/audit/testing/waiting'
import type { Viewer } from '@/lib/auth/viewer'
import { hideNames } from '@/lib/compare/commands'
import { correctTranscript } from '@/lib/corrections/commands'
import { db } from '@/lib/db/client'
import { auditReads } from '@/lib/db/schema/audit'
import { everyRow } from '@/lib/db/testing/every-row'
import { givenViewer, whoMay } from '@/lib/db/testing/fixtures'
import { givenFlow, givenInterview } from '@/lib/db/testing/interview'
import { setBlindness } from '@/lib/flows/commands'
import { writeNote } from '@/lib/notes/commands'
import { setStatus } from '@/lib/status/commands'
import { askRoute } from '@/lib/auth/testing/ask-route'
import { questionKey } from '@/lib/transcript/question-key'
import { invalidateInterview, overrideScore } from '@/lib/validity/commands'
import { castVote } from '@/lib/votes/commands'

type Change = { parameters?: Record<string, string> | undefined; body?: unknown }

const QUESTION = 'What did you run?'
const KEY = questionKey(QUESTION)
const SIGNED_BY_ITSELF = ['/api/webhooks/ribbon', '/api/auth/backchannel-logout']
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE']
vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// How long it is waited between two tries is the transport's own test.
vi.mock('@/lib/ribbon/clock', async () => {
  const { givenClock } = await import('@/lib/ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

let me: Viewer
let another: Viewer
let colleague: Viewer
let interviewId: InterviewId
let flowId: string
let noteId: string
let correctionId: string
let version: string
let attempts: [InterviewId, InterviewId]
beforeEach(givenScene)

async function givenScene() {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  me = await givenViewer({ role: 'admin' })
  another = await givenViewer({ role: 'admin' })
  colleague = await givenViewer({ role: 'reviewer' })
  flowId = (await givenFlow({ questions: [QUESTION] })).id
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  interviewId = (await givenInterview({ flowId, questions, scores: { ...NO_SCORES, skills: 3 } })).id
  await hideNames(whoMay(me, 'names.hide'), flowId, true)
  attempts = [(await givenInterview({ flowId })).id, (await givenInterview({ flowId })).id]
  noteId = crypto.randomUUID()
  correctionId = crypto.randomUUID()
  await writeNote(me, { interviewId, noteId }, { ...note(), body: `@${me.email}` })
  await correctTranscript(me, { interviewId, correctionId }, correction())
  const set = await setStatus(whoMay(me, 'status.set'), { id: interviewId }, { status: 'shortlisted', reason: null })
  version = set.version ?? ''
}

const note = () => ({
  ...{ parentId: null, body: 'Strong start', at: 1 },
  quote: { segment: 0, from: 2, to: 5, text: 'ran', until: { segment: 0, to: 9 } },
})
const correction = () => ({ segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' })
const credentials = () => ({ csrfToken: 'none', email: me.email, password: 'vexed otter plays nine zithers' })

/** What no authenticator has signed. */
const UNSIGNED = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
const ATTESTATION = { ...UNSIGNED, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }
const ASSERTION = {
  ...UNSIGNED,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
}

const refused = (): Change[] => [{ parameters: { reason: 'method' } }]

/** What each route that changes something takes, as one of our pages sends it. */
const CHANGES: Record<string, () => Change[]> = {
  'PUT /api/interviews/[interviewId]/notes/[noteId]': () => [
    { parameters: { noteId: crypto.randomUUID() }, body: note() },
  ],
  'DELETE /api/interviews/[interviewId]/notes/[noteId]': () => [{ parameters: { noteId } }],
  'PUT /api/interviews/[interviewId]/corrections/[correctionId]': () => [
    { parameters: { correctionId: crypto.randomUUID() }, body: correction() },
  ],
  'DELETE /api/interviews/[interviewId]/corrections/[correctionId]': () => [{ parameters: { correctionId } }],
  'PUT /api/interviews/[interviewId]/ratings/[questionKey]': () => [
    { parameters: { questionKey: KEY }, body: { rating: 4 } },
  ],
  'DELETE /api/interviews/[interviewId]/ratings/[questionKey]': () => [{ parameters: { questionKey: KEY } }],
  'PUT /api/flows/[flowId]/questions/[questionKey]/anchors': () => [
    {
      parameters: { flowId, questionKey: KEY },
      body: { one: 'Blames others.', three: null, five: 'Names their own mistake.', replaces: null },
    },
  ],
  'PUT /api/flows/[flowId]/names': () => [{ parameters: { flowId }, body: { hidden: false } }],
  'POST /api/flows/[flowId]/names/reveal': () => [{ parameters: { flowId } }],
  'POST /api/interviews/[interviewId]/heard': () => [{ body: { spans: [{ start: 0, end: 2 }] } }],
  'POST /api/interviews/[interviewId]/read': () => [{ body: { spans: [{ start: 0, end: 2 }] } }],
  'PUT /api/interviews/[interviewId]/status': () => [
    { body: { status: 'on_hold', reason: null } },
    { body: { status: 'declined', reason: 'No nights' } },
  ],
  'PUT /api/statuses': () => [
    { body: { status: 'on_hold', reason: 'Later', interviews: [{ id: interviewId, replaces: version }] } },
  ],
  'POST /api/statuses/undo': () => [{ body: { versions: [version] } }],
  'PUT /api/interviews/[interviewId]/invalid': () => [{ body: { cause: 'too_little_said', reason: 'Silence' } }],
  'DELETE /api/interviews/[interviewId]/invalid': () => [{}],
  'PUT /api/interviews/[interviewId]/overrides/[score]': () => [
    { parameters: { score: 'skills' }, body: { reason: 'She ran it for years' } },
  ],
  'DELETE /api/interviews/[interviewId]/overrides/[score]': () => [{ parameters: { score: 'skills' } }],
  'PUT /api/interviews/[interviewId]/vote': () => [{ body: { vote: 'hire', reason: 'Calm', replaces: null } }],
  'DELETE /api/interviews/[interviewId]/vote': () => [{}],
  'POST /api/interviews/[interviewId]/reveal': () => [{}],
  'PUT /api/flows/[flowId]/blind': () => [{ parameters: { flowId }, body: { colleagues: true, assessment: false } }],
  'PUT /api/interviews/[interviewId]/attempt-link': () => [
    { parameters: { interviewId: attempts[0] }, body: { other: attempts[1] } },
  ],
  'DELETE /api/interviews/[interviewId]/attempt-link': () => [{}],
  'PUT /api/flows/[flowId]/decline-reasons': () => [{ parameters: { flowId }, body: { reasons: ['No nights'] } }],
  'POST /api/interviews/[interviewId]/asks': () => [
    { body: { memberId: me.memberId, message: 'Please look by Friday', dueOn: '2026-12-04' } },
  ],
  'POST /api/assignments': () => [
    { body: { interviewIds: [interviewId], memberIds: [me.memberId], dueOn: '2026-12-04' } },
    { body: { flowId: 'none', memberIds: [me.memberId], votesEach: 2 } },
  ],
  'POST /api/assignments/chosen': () => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/exports/interviews.csv': () => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/exports/interviews.json': () => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/assignments/withdrawn': () => [{ body: { assignmentIds: [noteId] } }],
  'POST /api/review/here': () => [{}],
  'PUT /api/review/queue/place': () => [{ body: { interviewId } }],
  'PUT /api/review/queue/skips/[interviewId]': () => [{}],
  'DELETE /api/review/queue/skips/[interviewId]': () => [{}],
  'POST /api/mentions/seen': () => [{ body: { noteIds: [noteId] } }],
  'PATCH /api/members/[memberId]': () => [
    { parameters: { memberId: colleague.memberId }, body: { role: 'recruiter', disabled: true } },
    {
      parameters: { memberId: colleague.memberId },
      body: {
        scope: { teams: ['team_a'], flows: [flowId], interviews: [interviewId] },
        replaces: { role: 'reviewer', scope: { teams: ['team_b'], flows: [], interviews: [] }, disabled: false },
      },
    },
  ],
  'DELETE /api/members/[memberId]': () => [{ parameters: { memberId: colleague.memberId } }],
  'DELETE /api/members/[memberId]/sessions': () => [{ parameters: { memberId: colleague.memberId } }],
  'POST /api/connection/check': () => [{}],
  'POST /api/setup': () => [{ body: { code: 'none', email: me.email, password: 'vexed otter plays nine zithers' } }],
  'PUT /api/account/name': () => [{ body: { name: 'Ada Byron' } }],
  'PUT /api/account/password': () => [{ body: { current: 'wrong', password: 'vexed otter plays nine zithers' } }],
  'PATCH /api/account/preferences': () => [
    { body: { appearance: 'dark', language: 'de-DE', timeZone: 'Europe/Berlin' } },
  ],
  'DELETE /api/account/sessions': () => [{}],
  'DELETE /api/account/sessions/[sessionId]': () => [{ parameters: { sessionId: noteId } }],
  'POST /api/account/passkeys/challenge': () => [{ body: { name: 'Laptop' } }],
  'POST /api/account/passkeys/added': () => [{ body: { name: 'Laptop', attestation: ATTESTATION } }],
  'PATCH /api/account/passkeys/[passkeyId]': () => [{ parameters: { passkeyId: noteId }, body: { name: 'Laptop' } }],
  'DELETE /api/account/passkeys/[passkeyId]': () => [{ parameters: { passkeyId: noteId } }],
  'POST /api/sign-in/challenge': () => [{}],
  'POST /api/sign-in/passkey': () => [{ body: ASSERTION }],
  'PUT /api/passkeys/requirement': () => [{ body: { of: 'nobody' } }],
  'DELETE /api/members/[memberId]/passkeys': () => [{ parameters: { memberId: colleague.memberId } }],
  'POST /api/invitations': () => [
    {
      body: {
        emails: ['new@example.com'],
        role: 'reviewer',
        scope: { teams: ['team_a'], flows: [flowId], interviews: [interviewId] },
      },
    },
  ],
  'POST /api/invitations/[invitationId]': () => [{ parameters: { invitationId: noteId } }],
  'DELETE /api/invitations/[invitationId]': () => [{ parameters: { invitationId: noteId } }],
  'POST /api/invitations/accepted': () => [{ body: { token: 'none', name: 'Ada', password: 'vexed otter' } }],
  'POST /api/members/[memberId]/password-link': () => [{ parameters: { memberId: noteId } }],
  'POST /api/password-links/asked': () => [{ body: { email: me.email } }],
  'POST /api/password-links/used': () => [{ body: { token: 'none', password: 'vexed otter' } }],
  'POST /api/refused/[reason]': refused,
  'PUT /api/refused/[reason]': refused,
  'PATCH /api/refused/[reason]': refused,
  'DELETE /api/refused/[reason]': refused,
  'POST /api/auth/[...nextauth]': () => [
    { parameters: { nextauth: 'signout' }, body: { csrfToken: 'none' } },
    { parameters: { nextauth: 'callback/credentials' }, body: credentials() },
  ],
}

const writes = appRoutes()
  .filter(({ kind, pattern }) => kind === 'endpoint' && !SIGNED_BY_ITSELF.includes(pattern))
  .flatMap(({ pattern, methods }) => methods.map((method) => ({ method, pattern })))
  .filter(({ method }) => WRITES.includes(method))
  .map(({ method, pattern }) => `${method} ${pattern}`)

test('every route that changes something is tried here', () => {
  expect(Object.keys(CHANGES).toSorted()).toEqual(writes.toSorted())
})

test.each(writes)('%s changes nothing for a page that was drawn for another member', async (route) => {
  for (const change of CHANGES[route]?.() ?? []) {
    const before = await everyRow()
    const response = await ask(route, change, another.memberId)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      code: 'another_member',
      detail: `You are signed in as ${me.email} here now.`,
    })
    expect(await everyRow()).toEqual(before)
  }
})

test.each(writes)('%s is no other’s for a page of this member, and for a request that names nobody', async (route) => {
  for (const drawnFor of [me.memberId, null]) {
    for (const change of CHANGES[route]?.() ?? []) {
      const answer = await readAnswer(await ask(route, change, drawnFor))
      expect(answer).not.toMatchObject({ code: 'another_member' })
      if (route.includes('interviews') || route.includes('mentions')) expect(answer).not.toHaveProperty('code')
    }
  }
})

/** A file has no JSON of its own to say what was refused. */
async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text()
  return response.headers.has('content-disposition') ? { file: text } : JSON.parse(text)
}

const reads = appRoutes()
  .filter(({ kind, pattern, methods }) => kind === 'endpoint' && methods.includes('GET') && !(pattern in PUBLIC_ROUTES))
  .map(({ pattern }) => `GET ${pattern}`)

test.each(reads)('%s tells a page that was drawn for another member nothing', async (route) => {
  const response = await ask(route, { parameters: PLACEHOLDERS }, another.memberId)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'another_member' })
})

const THINKS = 'they went quiet when nights came up'
/** What answers with what colleagues think, beside what it changes. */
const SAYING = [
  ...['vote', 'invalid', 'overrides/[score]'].flatMap((path) =>
    ['PUT', 'DELETE'].map((method) => `${method} /api/interviews/[interviewId]/${path}`),
  ),
  ...['POST /api/interviews/[interviewId]/reveal', 'PUT /api/interviews/[interviewId]/status'],
  ...['PUT /api/statuses', 'POST /api/statuses/undo'],
]
const EXPORTING = ['csv', 'json'].map((format) => `POST /api/exports/interviews.${format}`)

/** Has voted, decided, noted and held a score to be wrong, in a flow that hides nothing; where it is invalid that is theirs too. */
async function givenJudge(isInvalid: boolean) {
  const judge = whoMay(await givenViewer(), 'status.set')
  await setBlindness(whoMay(me, 'blindness.set'), flowId, { colleagues: false, assessment: false })
  await castVote(judge, interviewId, { vote: 'no_hire', reason: THINKS })
  await overrideScore(judge, { interviewId, score: 'skills' }, { reason: THINKS })
  await setStatus(judge, { id: interviewId }, { status: 'on_hold', reason: THINKS })
  await writeNote(judge, { interviewId, noteId: crypto.randomUUID() }, { ...note(), body: THINKS })
  if (isInvalid) await invalidateInterview(judge, interviewId, { cause: 'technical_failure', reason: THINKS })
}

test.each(writes)(
  'whoever is sent what a colleague thinks for %s is in the log, whatever it changed',
  async (route) => {
    let says = false
    for (const isInvalid of [false, true]) {
      await givenScene()
      await givenJudge(isInvalid)
      for (const change of CHANGES[route]?.() ?? []) {
        // Of what was looked at before in the same hour nothing is told.
        forgetWaiting()
        await db().delete(auditReads)
        let sent = ''
        const told = await toldBy(async () => {
          sent = await (await ask(route, change, me.memberId)).text()
          await tellReads()
        })
        if (!sent.includes(THINKS)) continue
        says = true
        const code = EXPORTING.includes(route) ? 'interview.exported' : 'interview.viewed'
        expect(told).toContainEqual(expect.objectContaining({ code, about: interviewId, actorId: me.memberId }))
      }
    }
    expect(says).toBe([...SAYING, ...EXPORTING].includes(route))
  },
)

const HOSTILE = [
  ...['\0', 'a\0b', '\ud83d', 'a\udc00b', '\u202e\u2066', '\uffff', '', ' ', '__proto__', '\\u0000', '{"$ne":1}'],
  ...["'; DROP TABLE notes; --", 'a'.repeat(50_000), '🙂'.repeat(4_001), '<img src=x onerror=alert(1)>'],
]

test.each(writes)('%s takes or refuses whatever text is put anywhere, and never fails', async (route) => {
  const send = async (text: string) => {
    for (const change of (CHANGES[route]?.() ?? []).flatMap((sent) => withText(route, sent, text))) {
      const { status } = await ask(route, change, me.memberId)
      if (status >= 500) throw new Error(`${status} for ${JSON.stringify(change)}`)
    }
  }
  for (const text of HOSTILE) await send(text)
  await assert(asyncProperty(string({ unit: 'binary' }), send), { numRuns: 20 })
})

/** The change with this text in the place of each of its own, and of each parameter of its address. */
function withText(route: string, { parameters, body }: Change, text: string): Change[] {
  const names = Array.from(route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g), ([, name = '']) => name)
  return [
    ...replacedTexts(body, text).map((replaced) => ({ parameters, body: replaced })),
    ...names.map((name) => ({ parameters: { ...parameters, [name]: text }, body })),
  ]
}

function ask(route: string, { parameters, body }: Change, drawnFor: string | null): Promise<Response> {
  return askRoute(route, { as: me, drawnFor, parameters: { interviewId, ...parameters }, body })
}

/** The body once for each text in it, with this one in its place. */
function replacedTexts(value: unknown, text: string): unknown[] {
  if (typeof value === 'string') return [text]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    replacedTexts(part, text).map((replaced) =>
      Array.isArray(value) ? value.with(Number(name), replaced) : { ...value, [name]: replaced },
    ),
  )
}
