// Must hold 41, over the routes on disk: one that is added has to be in lib/testing/changes.
import { assert, asyncProperty, string } from 'fast-check'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES } from '@/e2e/routes'
import { tellReads } from '@/lib/audit/reads'
import { toldBy } from '@/lib/audit/testing/told'
import { forgetWaiting } from '@/lib/audit/testing/waiting'
import { db } from '@/lib/db/client'
import { auditReads } from '@/lib/db/schema/audit'
import { everyRow } from '@/lib/db/testing/every-row'
import { givenViewer, whoMay } from '@/lib/db/testing/fixtures'
import { keepRows } from '@/lib/db/testing/keep-rows'
import { setBlindness } from '@/lib/flows/commands'
import { writeNote } from '@/lib/notes/commands'
import { setStatus } from '@/lib/status/commands'
import { askRoute } from '@/lib/auth/testing/ask-route'
import { CHANGES, type Change } from '@/lib/testing/changes/changes'
import { givenChangeScene, NOTE, type ChangeScene } from '@/lib/testing/changes/scene'
import { invalidateInterview, overrideScore } from '@/lib/validity/commands'
import { castVote } from '@/lib/votes/commands'

const SIGNED_BY_ITSELF = ['/api/webhooks/ribbon', '/api/auth/backchannel-logout']
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE']
vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// How long it is waited between two tries is the transport's own test.
vi.mock('@/lib/ribbon/clock', async () => {
  const { givenClock } = await import('@/lib/ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

let scene: ChangeScene
let beginAnew: () => Promise<void>
beforeAll(async () => {
  scene = await givenChangeScene()
  beginAnew = await keepRows()
})
beforeEach(async () => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  await beginAnew()
})

const writes = appRoutes()
  .filter(({ kind, pattern }) => kind === 'endpoint' && !SIGNED_BY_ITSELF.includes(pattern))
  .flatMap(({ pattern, methods }) => methods.map((method) => ({ method, pattern })))
  .filter(({ method }) => WRITES.includes(method))
  .map(({ method, pattern }) => `${method} ${pattern}`)

test('every route that changes something is tried here', () => {
  expect(Object.keys(CHANGES).toSorted()).toEqual(writes.toSorted())
})

test.each(writes)('%s changes nothing for a page that was drawn for another member', async (route) => {
  for (const change of CHANGES[route]?.(scene) ?? []) {
    const before = await everyRow()
    const response = await ask(route, change, scene.another.memberId)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      code: 'another_member',
      detail: `You are signed in as ${scene.me.email} here now.`,
    })
    expect(await everyRow()).toEqual(before)
  }
})

test.each(writes)('%s is no other’s for a page of this member, and for a request that names nobody', async (route) => {
  for (const drawnFor of [scene.me.memberId, null]) {
    for (const change of CHANGES[route]?.(scene) ?? []) {
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
  const response = await ask(route, { parameters: PLACEHOLDERS }, scene.another.memberId)
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
async function givenJudge({ me, flowId, interviewId }: ChangeScene, isInvalid: boolean) {
  const judge = whoMay(await givenViewer(), 'status.set')
  await setBlindness(whoMay(me, 'blindness.set'), flowId, { colleagues: false, assessment: false })
  await castVote(judge, interviewId, { vote: 'no_hire', reason: THINKS })
  await overrideScore(judge, { interviewId, score: 'skills' }, { reason: THINKS })
  await setStatus(judge, { id: interviewId }, { status: 'on_hold', reason: THINKS })
  await writeNote(judge, { interviewId, noteId: crypto.randomUUID() }, { ...NOTE, body: THINKS })
  if (isInvalid) await invalidateInterview(judge, interviewId, { cause: 'technical_failure', reason: THINKS })
}

test.each(writes)(
  'whoever is sent what a colleague thinks for %s is in the log, whatever it changed',
  async (route) => {
    let says = false
    for (const isInvalid of [false, true]) {
      await beginAnew()
      await givenJudge(scene, isInvalid)
      for (const change of CHANGES[route]?.(scene) ?? []) {
        // Of what was looked at before in the same hour nothing is told.
        forgetWaiting()
        await db().delete(auditReads)
        let sent = ''
        const told = await toldBy(async () => {
          sent = await (await ask(route, change, scene.me.memberId)).text()
          await tellReads()
        })
        if (!sent.includes(THINKS)) continue
        says = true
        const code = EXPORTING.includes(route) ? 'interview.exported' : 'interview.viewed'
        expect(told).toContainEqual(
          expect.objectContaining({ code, about: scene.interviewId, actorId: scene.me.memberId }),
        )
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
    for (const change of (CHANGES[route]?.(scene) ?? []).flatMap((sent) => withText(route, sent, text))) {
      const { status } = await ask(route, change, scene.me.memberId)
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
  const { me, interviewId } = scene
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
