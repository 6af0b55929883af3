// Whoever asks about something takes nothing, over the routes on disk.
import { beforeEach, expect, test, vi } from 'vitest'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES } from '@/e2e/routes'
import { tellReads } from '@/lib/audit/reads'
import { forgetWaiting } from '@/lib/audit/testing/waiting'
import type { Viewer } from '@/lib/auth/viewer'
import { askPage, askRoute } from '@/lib/auth/testing/ask-route'
import { everyRow } from '@/lib/db/testing/every-row'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenFlow, givenInterview } from '@/lib/db/testing/interview'
import { questionKey } from '@/lib/transcript/question-key'

const QUESTION = 'What did you run?'
vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)

let viewer: Viewer
let parameters: Record<string, string>
beforeEach(async () => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  forgetWaiting()
  viewer = await givenViewer({ role: 'admin' })
  const flowId = (await givenFlow({ questions: [QUESTION] })).id
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const { id } = await givenInterview({ flowId, questions })
  parameters = { ...PLACEHOLDERS, flowId, interviewId: id, questionKey: questionKey(QUESTION) }
})

/** Answered by next-auth, which takes no HEAD. */
const NOT_OURS = '/api/auth/[...nextauth]'
const readable = appRoutes().filter(({ pattern, methods }) => methods.includes('HEAD') && pattern !== NOT_OURS)
const asked = () => ({ as: viewer, drawnFor: viewer.memberId, parameters })
const ask = (route: string) => askRoute(route, asked())
const pages = appRoutes().filter(({ pattern, kind }) => kind === 'page' && !(pattern in PUBLIC_ROUTES))

test.each(readable.map(({ pattern }) => pattern))(
  'HEAD %s has the status and headers of GET, and changes and tells nothing',
  async (pattern) => {
    const before = await everyRow()
    const head = await ask(`HEAD ${pattern}`)
    await tellReads()
    expect(await everyRow()).toEqual(before)
    const got = await ask(`GET ${pattern}`)
    await got.body?.cancel()
    expect(head.status).toBe(got.status)
    for (const name of ['content-type', 'content-disposition', 'cache-control'])
      expect(head.headers.get(name), name).toBe(got.headers.get(name))
  },
)

test.each(pages)('HEAD of the page $pattern changes and tells nothing', async (page) => {
  const before = await everyRow()
  // Some only lead elsewhere, which Next has a page say by an error.
  await askPage(page, asked(), 'HEAD').catch((error: unknown) => expect(error).toHaveProperty('digest'))
  await tellReads()
  expect(await everyRow()).toEqual(before)
})
