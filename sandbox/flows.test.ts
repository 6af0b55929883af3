import { expect, test } from 'vitest'
import { FOREIGN } from './foreign'
import { readSamples } from './samples'
import { givenSandbox } from './testing/client'
import type { InterviewFlow } from './wire'

const { ask } = await givenSandbox()
const samples = readSamples()
const FLOWS = '/v1/interview-flows'
const VALID = { org_name: 'Example Works', title: 'Baker', questions: ['Why bread?'] }

async function listIds(query = '') {
  const { interview_flows: flows } = await ask<{ interview_flows: InterviewFlow[] }>(FLOWS + query, 'flows')
  return flows.map((flow) => flow.interview_flow_id)
}

async function createFlow(fields: object) {
  const body = { ...VALID, ...fields }
  const posted = await ask<{ interview_flow_id: string }>(FLOWS, 'postedFlow', { method: 'POST', body })
  return ask<InterviewFlow>(`${FLOWS}/${posted.interview_flow_id}`, 'flow')
}

test('a new flow has the defaults of the description and belongs to the oldest team', async () => {
  const flow = await createFlow({})
  expect(flow.interview_flow_id).toMatch(/^[0-9a-f]{8}$/)
  expect(flow).toMatchObject({
    ...VALID,
    team_id: samples.teams
      .map(({ created_at, id }) => `${created_at} ${id}`)
      .sort()[0]
      ?.split(' ')[1],
    voice_id: '11labs-Kate',
    language: 'en-US',
    interview_type: 'general',
    is_video_enabled: false,
    is_doc_upload_enabled: false,
    webhook_url: null,
    webhook_secret_key: null,
  })
  expect(await listIds()).toContain(flow.interview_flow_id)
})

test('a new flow can belong to another team', async () => {
  const team = samples.teams[1]?.id ?? ''
  const flow = await createFlow({ team_id: team, language: 'es-419', is_video_enabled: true })
  expect(flow).toMatchObject({ team_id: team, language: 'es-419', is_video_enabled: true })
  expect(await listIds(`?team_id=${team}`)).toContain(flow.interview_flow_id)
  expect(await listIds(`?team_id=${samples.teams[0]?.id}`)).not.toContain(flow.interview_flow_id)
})

test.each([
  ['questions', Array.from({ length: 21 }, (_, at) => `Question ${at}?`)],
  ['questions', 'Why?'],
  ['title', undefined],
  ['org_name', undefined],
  ['voice_id', 'nobody'],
  ['language', 'tlh'],
  ['company_logo_url', 'not an address'],
])('a flow with a wrong %s is refused by naming the field', async (field, value) => {
  const body = { ...VALID, [field]: value }
  const reply = await ask<{ errors: object }>(FLOWS, 'bodyErrors', { method: 'POST', body, status: 422 })
  expect(reply.errors).toHaveProperty(['json', field])
})

test('a flow cannot be made in a team that is unknown or another organisation’s', async () => {
  await ask(FLOWS, 'error', { method: 'POST', body: { ...VALID, team_id: 'unknown' }, status: 422 })
  await ask(FLOWS, 'error', { method: 'POST', body: { ...VALID, team_id: FOREIGN.team }, status: 403 })
})

test('pages of flows cover every flow once', async () => {
  const all = await listIds()
  const pages = await Promise.all(all.map((_, offset) => listIds(`?limit=1&offset=${offset}`)))
  expect(pages.flat()).toEqual(all)
})

test('an archived flow is gone while its interviews remain', async () => {
  const flow = samples.flows.find(({ interview_flow_id: id }) =>
    samples.interviews.some((interview) => interview.interview_flow_id === id),
  )
  const path = `${FLOWS}/${flow?.interview_flow_id}`
  const reply = await ask(path, 'deletedFlow', { method: 'DELETE' })
  expect(reply).toEqual({ success: true, interview_flow_id: flow?.interview_flow_id, status: 'archived' })
  await ask(path, 'error', { status: 422 })
  await ask(path, 'error', { method: 'DELETE', status: 422 })
  expect(await listIds()).not.toContain(flow?.interview_flow_id)

  const orphan = samples.interviews.find((interview) => interview.interview_flow_id === flow?.interview_flow_id)
  await ask(`/v1/interviews/${orphan?.interview_id}`, 'interviewOfAnyAge')
})

test('an unknown flow is 422 and another organisation’s 403', async () => {
  for (const method of ['GET', 'DELETE']) {
    await ask(`${FLOWS}/00000000`, 'error', { method, status: 422 })
    await ask(`${FLOWS}/${FOREIGN.flow}`, 'error', { method, status: 403 })
  }
})
