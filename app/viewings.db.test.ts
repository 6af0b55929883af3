// Whoever is shown what was said, written or judged in an interview is in the log, over the routes and pages on disk.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES, type AppRoute } from '@/e2e/routes'
import { tellReads } from '@/lib/audit/reads'
import { sealEvents } from '@/lib/audit/seal'
import { toldBy } from '@/lib/audit/testing/told'
import { forgetWaiting } from '@/lib/audit/testing/waiting'
import { findSealed } from '@/lib/audit/tree-store'
import { AHEAD_HEADER } from '@/lib/ahead-header'
import { askPage, askRoute } from '@/lib/auth/testing/ask-route'
import type { May, Viewer } from '@/lib/auth/viewer'
import { hideNames } from '@/lib/compare/commands'
import { findAnswers } from '@/lib/compare/queries'
import { givenTalkWith, NIGHT, NIGHT_KEY, OLD, WHY } from '@/lib/compare/testing/talks'
import { db } from '@/lib/db/client'
import { givenViewer, whoMay } from '@/lib/db/testing/fixtures'
import { givenFlow } from '@/lib/db/testing/interview'
import { setBlindness } from '@/lib/flows/commands'
import type { InterviewId } from '@/lib/interviews/interview-id'
import { listInterviews } from '@/lib/interviews/list/queries'
import { EVERYTHING } from '@/lib/interviews/list/filter'
import { writeNote } from '@/lib/notes/commands'
import { castVote } from '@/lib/votes/commands'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

const ACCOUNTS = 'is about members, and no interview'
const COUNTS = 'says of each what a list does, and no word of it'
const OWN = 'says what the member did themselves'
/** What says nothing of an interview but that it is there, and why. */
const SAYS_NOTHING: Record<string, string> = {
  '/account': ACCOUNTS,
  '/api/account/passkeys': ACCOUNTS,
  '/api/account/sessions': ACCOUNTS,
  '/api/invitations': ACCOUNTS,
  '/api/members': ACCOUNTS,
  '/invitations': ACCOUNTS,
  '/passkey': ACCOUNTS,
  '/settings': ACCOUNTS,
  '/team': ACCOUNTS,
  '/api/assignments': COUNTS,
  '/api/flows': COUNTS,
  '/api/flows/[flowId]/blind': COUNTS,
  '/api/flows/[flowId]/decline-reasons': COUNTS,
  '/api/flows/[flowId]/finalists': COUNTS,
  '/api/flows/[flowId]/matrix': COUNTS,
  '/api/flows/[flowId]/questions': COUNTS,
  '/api/mentions': COUNTS,
  '/api/review/queue': COUNTS,
  '/api/interviews/[interviewId]/asks': OWN,
  '/api/interviews/[interviewId]/heard': OWN,
  '/api/interviews/[interviewId]/read': OWN,
  '/api/audit': 'is the log',
  '/api/audit/[seq]/proof': 'is the log',
  '/api/audit/head': 'is the log',
  '/audit': 'is the log',
  '/api/connection': 'says how Debrief is',
  '/api/freshness': 'says how Debrief is',
  '/connection': 'says how Debrief is',
  '/home': 'only redirects',
}
/** What is told of the others, where it is not that the interview was shown. */
const TOLD_AS: Record<string, string> = {
  '/candidates': 'searched',
  '/api/interviews': 'searched',
  '/api/interviews/counts': 'searched',
  '/api/interviews/news': 'searched',
  '/api/interviews/[interviewId]/record.json': 'interview.exported',
  ...Object.fromEntries(
    ['txt', 'vtt', 'srt'].map((format) => [
      `/api/interviews/[interviewId]/transcript.${format}`,
      'transcript.downloaded',
    ]),
  ),
  '/api/interviews/[interviewId]/recording/[kind]': 'recording.played',
  '/api/exports/interviews.csv': 'interviews.exported',
  '/api/exports/interviews.json': 'interviews.exported',
  '/api/exports/audit.csv': 'audit.exported',
  '/api/exports/audit.json': 'audit.exported',
}

const OF_A_FLOW = ['/compare', '/api/assignments', '/api/review/queue']

const guarded = appRoutes().filter(({ pattern, methods }) => methods.includes('GET') && !(pattern in PUBLIC_ROUTES))
const saying = guarded.filter(({ pattern }) => !(pattern in SAYS_NOTHING))

let viewer: May<'names.hide'>
let colleague: Viewer
let flowId: string
let interviewId: InterviewId
let seq: number
beforeEach(async () => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  forgetWaiting()
  viewer = whoMay(await givenViewer({ role: 'admin' }), 'names.hide')
  colleague = await givenViewer()
  flowId = (await givenFlow({ questions: [WHY, NIGHT] })).id
  interviewId = (await givenTalkWith({ flowId, name: 'Ingrid', last: 'It was cold.' })).id
  const note = { parentId: null, body: `@${viewer.email}, listen.`, at: 1, quote: null }
  await writeNote(colleague, { interviewId, noteId: crypto.randomUUID() }, note)
  await sealEvents()
  seq = (await findSealed(db())).seq
})
afterEach(forgetWaiting)

/** The parameters without which a route says nothing. */
async function searchOf(pattern: string): Promise<Record<string, string>> {
  if (pattern.endsWith('/side-by-side')) return { ids: interviewId }
  if (OF_A_FLOW.includes(pattern) || TOLD_AS[pattern] === 'interviews.exported') return { flow: flowId }
  if (TOLD_AS[pattern] !== 'searched') return {}
  if (pattern.endsWith('/counts')) return { q: 'cold', by: 'flow' }
  if (!pattern.endsWith('/news')) return { q: 'cold' }
  return { q: 'cold', since: (await listInterviews(viewer, { ...EVERYTHING, limit: 1 })).asOf }
}

async function ask({ pattern, file, kind }: AppRoute, method = 'GET', search?: Record<string, string>) {
  const parameters = { ...PLACEHOLDERS, flowId, interviewId, questionKey: NIGHT_KEY, seq: String(seq) }
  const asked = { as: viewer, drawnFor: viewer.memberId, parameters, search: search ?? (await searchOf(pattern)) }
  if (kind === 'page') await askPage({ pattern, file }, asked, method)
  else {
    const response = await askRoute(`${method} ${pattern}`, asked)
    await response.body?.cancel()
    // There is no recording at the address that the interview names.
    if (TOLD_AS[pattern] !== 'recording.played') expect(response.status).toBe(200)
  }
  await tellReads()
}

test('what says nothing of an interview, or is told as something else, is there', () => {
  const patterns = guarded.map(({ pattern }) => pattern)
  expect([...Object.keys(SAYS_NOTHING), ...Object.keys(TOLD_AS)].filter((known) => !patterns.includes(known))).toEqual(
    [],
  )
})

test.each(saying)('who asks for $pattern is in the log', async (route) => {
  const told = await toldBy(() => ask(route))
  const code = TOLD_AS[route.pattern] ?? 'interview.viewed'
  const about = /^(?:interview|recording|transcript)\./.test(code) ? interviewId : null
  const by = { actorId: viewer.memberId, sessionId: viewer.sessionId }
  const each = code === 'interviews.exported' ? [{ code: 'interview.exported', about: interviewId, ...by }] : []
  expect(told).toMatchObject([{ code, about, ...by }, ...each])
})

test.each(saying)('HEAD of $pattern tells nothing', async (route) => {
  expect(await toldBy(() => ask(route, 'HEAD'))).toEqual([])
})

test.each(guarded.filter(({ pattern }) => pattern in SAYS_NOTHING))('$pattern tells nothing', async (route) => {
  const redirects = ['/home', '/invitations', '/passkey', '/settings'].includes(route.pattern)
  expect(await toldBy(() => (redirects ? ask(route).catch(() => {}) : ask(route)))).toEqual([])
})

test.each(guarded.filter(({ pattern, kind }) => kind === 'endpoint' && pattern in SAYS_NOTHING))(
  '$pattern has no word of an interview, nor of what a colleague thinks of it',
  async ({ pattern }) => {
    await setBlindness(whoMay(viewer, 'blindness.set'), flowId, { colleagues: false, assessment: false })
    await castVote(colleague, interviewId, { vote: 'no_hire', reason: 'Too quiet for nights' })
    const parameters = { ...PLACEHOLDERS, flowId, interviewId, questionKey: NIGHT_KEY, seq: String(seq) }
    const asked = { as: viewer, drawnFor: viewer.memberId, parameters, search: await searchOf(pattern) }
    const said = await (await askRoute(`GET ${pattern}`, asked)).text()
    for (const words of ['It was cold', 'listen.', 'Too quiet']) expect(said).not.toContain(words)
  },
)

test.each([
  ['/candidates/[interviewId]', 'interview.viewed'],
  ['/api/exports/interviews.csv', 'interviews.exported'],
  ['/api/exports/interviews.json', 'interviews.exported'],
])('who asks for %s through a search has searched as well', async (pattern, code) => {
  const route = guarded.find((one) => one.pattern === pattern)
  if (!route) throw new Error(`there is no ${pattern}`)
  const codes = (await toldBy(() => ask(route, 'GET', { q: 'cold' }))).map((event) => event.code)
  expect(codes).toEqual(expect.arrayContaining([code, 'searched']))
  const unsearched = (await toldBy(() => ask(route, 'GET', { flow: flowId }))).map((event) => event.code)
  expect(unsearched).not.toContain('searched')
})

test('words that are loaded ahead are told as that', async () => {
  const told = await toldBy(async () => {
    const asked = { as: viewer, drawnFor: viewer.memberId, parameters: { interviewId }, says: { [AHEAD_HEADER]: '1' } }
    await askRoute('GET /api/interviews/[interviewId]/words', asked)
    await tellReads()
  })
  expect(told).toMatchObject([{ code: 'interview.loaded_ahead', about: interviewId }])
})

test('the agenda of split votes tells whose votes and quotes it shows', async () => {
  await castVote(colleague, interviewId, { vote: 'no_hire' })
  await castVote(await givenViewer(), interviewId, { vote: 'hire' })
  const page = guarded.find(({ pattern }) => pattern === '/review')
  if (!page) throw new Error('there is no /review')
  const told = await toldBy(() => ask(page, 'GET', { split: '1', flow: flowId }))
  expect(told).toMatchObject([{ code: 'interview.viewed', about: interviewId }])
})

test('everybody whose answer is sent was shown, by their id where names are hidden, and nobody whose is not', async () => {
  const { id: wendell } = await givenTalkWith({ flowId, name: 'Wendell', last: 'It rained.' })
  await givenTalkWith({
    flowId,
    name: 'Farida',
    last: 'No.',
    questions: [{ text: OLD, segments: [0], start: 0, end: 1 }],
  })
  await hideNames(viewer, flowId, true)
  const { answers } = await findAnswers(viewer, { flowId, key: NIGHT_KEY })
  expect(answers.map(({ interview }) => interview)).not.toContain(wendell)
  for (const pattern of ['/api/flows/[flowId]/questions/[questionKey]/answers', '/compare']) {
    forgetWaiting()
    const route = guarded.find((one) => one.pattern === pattern)
    viewer = whoMay(await givenViewer({ role: 'admin' }), 'names.hide')
    const told = route ? await toldBy(() => ask(route, 'GET', { flow: flowId, q: NIGHT_KEY })) : []
    expect(told, pattern).toHaveLength(2)
    expect(new Set(told.map(({ about }) => about)), pattern).toEqual(new Set([interviewId, wendell]))
  }
})
