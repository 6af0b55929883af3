import { afterAll, beforeEach, expect, test } from 'vitest'
import { log } from '../log'
import {
  archiveFlow,
  createFlow,
  createInterview,
  fetchFlow,
  fetchFlows,
  fetchInterview,
  fetchInterviews,
  fetchTeams,
  ping,
  revokeRecordings,
} from './client'
import { completedInterview, flow } from './testing/replies'
import { givenServer, json, type Answer } from './testing/stub-server'

let answer: Answer = json({})
let posted: unknown

const server = await givenServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString()
  posted = body === '' ? undefined : JSON.parse(body)
  answer(request, response)
})

process.env.RIBBON_API_URL = server.url
process.env.RIBBON_API_KEY = crypto.randomUUID()
process.env.DATABASE_URL = 'postgres://nowhere'
process.env.NEXTAUTH_URL = 'http://localhost:3000'
process.env.NEXTAUTH_SECRET = `${crypto.randomUUID()}${crypto.randomUUID()}`
log.level = 'silent'

beforeEach(() => {
  server.requests.length = 0
})
afterAll(() => server[Symbol.asyncDispose]())

const asked = () => server.requests.map(({ method, url }) => `${method} ${url}`)

test('a ping resolves when Ribbon accepts the key and throws when it does not', async () => {
  answer = json({ message: 'pong' })
  await expect(ping()).resolves.toBeUndefined()
  answer = json({ message: 'no' }, 401)
  await expect(ping()).rejects.toMatchObject({ code: 'ribbon_unauthorized' })
  expect(asked()).toEqual(['GET /v1/ping', 'GET /v1/ping'])
})

test('teams are read, the unreadable ones told by their places', async () => {
  answer = json({ teams: [{ id: 't1', name: 'Retail', created_at: '2026-01-01' }, { name: 'no id' }] })
  await expect(fetchTeams()).resolves.toEqual({
    items: [{ id: 't1', name: 'Retail' }],
    unreadable: [{ at: 1, id: null, reason: 'wrong_shape' }],
    received: 2,
  })
  expect(asked()).toEqual(['GET /v1/teams'])
})

test('one unreadable interview is counted and does not lose the others', async () => {
  answer = json({ interviews: [completedInterview(), { interview_id: 7 }, null, { interview_id: 'bare' }] })
  const page = await fetchInterviews({ status: 'completed', limit: 20, offset: 40, teamId: 't1' })
  expect(page.received).toBe(4)
  expect(page.unreadable).toEqual([
    { at: 1, id: null, reason: 'wrong_shape' },
    { at: 2, id: null, reason: 'wrong_shape' },
  ])
  expect(page.items.map(({ id }) => id)).toEqual(['e48f2a8f-e235-4e4c-b5f9-b2114d684bdc', 'bare'])
  expect(asked()).toEqual(['GET /v1/interviews?status=completed&limit=20&offset=40&team_id=t1'])
})

test('a list that is no list is unreadable', async () => {
  for (const reply of [{}, [], { interviews: {} }, null]) {
    answer = json(reply)
    const wanted = { status: 'incomplete', limit: 20, offset: 0 } as const
    await expect(fetchInterviews(wanted)).rejects.toMatchObject({ code: 'ribbon_unreadable' })
  }
})

test('one interview is fetched by its id, whatever characters that has', async () => {
  answer = json(completedInterview())
  await expect(fetchInterview('a/b?c')).resolves.toMatchObject({ interview: { state: 'ready' } })
  await expect(fetchInterview('lone\ud800')).resolves.toMatchObject({ interview: { state: 'ready' } })
  expect(asked()).toEqual(['GET /v1/interviews/a%2Fb%3Fc', 'GET /v1/interviews/lone%EF%BF%BD'])
})

test('an id that would be another path is not asked for', async () => {
  for (const id of ['', '.', '..']) await expect(fetchInterview(id)).rejects.toMatchObject({ code: 'ribbon_not_found' })
  expect(asked()).toEqual([])
})

test('an interview is created and answers its link', async () => {
  answer = json({ hint: null, interview_id: 'i1', interview_link: 'https://app.ribbon.ai/interview/api/f1/i1' })
  await expect(createInterview({ flowId: 'f1', email: 'a@example.com', firstName: 'Ada' })).resolves.toEqual({
    id: 'i1',
    link: 'https://app.ribbon.ai/interview/api/f1/i1',
    hint: null,
  })
  expect(asked()).toEqual(['POST /v1/interviews'])
  expect(posted).toEqual({
    interview_flow_id: 'f1',
    interviewee_email_address: 'a@example.com',
    interviewee_first_name: 'Ada',
  })
})

test('recordings are revoked and flows archived only when Ribbon says so', async () => {
  answer = json({ success: true, interview_flow_id: 'f1', status: 'archived' })
  await revokeRecordings('i1')
  await archiveFlow('f1')
  expect(asked()).toEqual(['DELETE /v1/interviews/i1', 'DELETE /v1/interview-flows/f1'])

  answer = json({ success: false })
  await expect(revokeRecordings('i1')).rejects.toMatchObject({ code: 'ribbon_rejected' })
})

test('a flow is read, and beside it the secret that signs its events', async () => {
  answer = json({ interview_flows: [flow(), { title: 'no id' }] })
  const page = await fetchFlows({ limit: 100, offset: 0 })
  expect(page).toEqual({
    items: [
      {
        id: 'f6298c77',
        flow: {
          id: 'f6298c77',
          teamId: 'team-1',
          title: 'Produce stocker',
          orgName: 'Corner Market',
          questions: ['What is your experience?'],
          language: 'en-US',
          hasVideo: true,
        },
        webhookSecret: 'hush-hush',
      },
    ],
    unreadable: [{ at: 1, id: null, reason: 'wrong_shape' }],
    received: 2,
  })
  answer = json(flow())
  await expect(fetchFlow('f6298c77')).resolves.toEqual(page.items[0])
  expect(asked()).toEqual(['GET /v1/interview-flows?limit=100&offset=0', 'GET /v1/interview-flows/f6298c77'])
})

test('a flow is created from a draft', async () => {
  answer = json({ interview_flow_id: 'f2' })
  const draft = { orgName: 'Corner Market', title: 'Cashier', questions: ['Why?'], teamId: 't1', hasVideo: false }
  await expect(createFlow(draft)).resolves.toBe('f2')
  expect(posted).toEqual({
    org_name: 'Corner Market',
    title: 'Cashier',
    questions: ['Why?'],
    team_id: 't1',
    is_video_enabled: false,
  })
})
