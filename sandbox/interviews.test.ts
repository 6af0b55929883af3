import { expect, test } from 'vitest'
import { FOREIGN } from './foreign'
import { readSamples } from './samples'
import { givenSandbox } from './testing/client'
import type { Interview } from './wire'

const { ask, send, url } = await givenSandbox({ interviews: 20 })
const samples = readSamples()

type List = { interviews: Interview[] }
type Posted = { interview_id: string; interview_link: string; hint: string | null }

async function listIds(query: string) {
  const { interviews } = await ask<List>(`/v1/interviews?${query}`, 'interviews')
  return interviews.map((interview) => interview.interview_id)
}

test('a list has twenty completed interviews unless asked otherwise', async () => {
  const { interviews } = await ask<List>('/v1/interviews', 'interviews')
  expect(interviews).toHaveLength(20)
  expect(interviews.every(({ status }) => status === 'completed')).toBe(true)
})

test('pages cover every interview of a status once, in an order that stays', async () => {
  const pages = await Promise.all([0, 30, 60, 90].map((offset) => listIds(`limit=30&offset=${offset}`)))
  const ids = pages.flat()
  expect(new Set(ids).size).toBe(ids.length)
  expect(await listIds('limit=500')).toEqual(ids)
  const incomplete = await listIds('limit=500&status=incomplete')
  expect(ids.length + incomplete.length).toBe(samples.interviews.length + 20)
  expect(ids).not.toEqual([...ids].sort())
})

test('a page beyond the end is empty', async () => {
  expect(await listIds('offset=5000')).toEqual([])
})

test('the team filter keeps the interviews of that team, also those that do not name it', async () => {
  const all = await listIds('limit=500')
  const byTeam = await Promise.all(samples.teams.map(({ id }) => listIds(`limit=500&team_id=${id}`)))
  expect(byTeam.flat().sort()).toEqual(all.sort())
  expect(byTeam.every((ids) => ids.length > 0)).toBe(true)
})

test.each(['limit=many', 'limit=0', 'limit=1.5', 'offset=-1', 'offset=', 'status=done'])(
  'the query %s is refused by naming the parameter',
  async (query) => {
    const name = query.split('=')[0] ?? ''
    const reply = await ask<{ errors: object }>(`/v1/interviews?${query}`, 'queryErrors', { status: 422 })
    expect(reply.errors).toHaveProperty(['query', name])
  },
)

test('every sample can be read alone, at its own address', async () => {
  for (const sample of samples.interviews) {
    const interview = await ask<Interview>(`/v1/interviews/${sample.interview_id}`, 'interviewOfAnyAge')
    expect(JSON.stringify(interview)).not.toContain('{origin}')
    expect(interview.interview_data?.audio_url ?? url).toContain(url)
  }
})

test('an unknown interview is 422 and another organisation’s 403', async () => {
  for (const method of ['GET', 'DELETE']) {
    await ask('/v1/interviews/unknown', 'error', { method, status: 422 })
    await ask(`/v1/interviews/${FOREIGN.interview}`, 'error', { method, status: 403 })
  }
})

test('a posted interview waits, untaken, in the team of its flow, behind a link that does not tell its id', async () => {
  const [flow] = samples.flows
  const body = { interview_flow_id: flow?.interview_flow_id, interviewee_email_address: 'a@example.com' }
  const posted = await ask<Posted>('/v1/interviews', 'postedInterview', { method: 'POST', body })
  expect(posted.hint).toBeNull()
  expect(posted.interview_link).toContain(`https://app.ribbon.ai/interview/api/${flow?.interview_flow_id}/`)
  expect(posted.interview_link).not.toContain(posted.interview_id)

  const interview = await ask<Interview>(`/v1/interviews/${posted.interview_id}`, 'interview')
  expect(interview).toMatchObject({ status: 'incomplete', interview_data: null, team_id: flow?.team_id })
  expect(await listIds('limit=500&status=incomplete')).toContain(posted.interview_id)
})

test('without an email a hint comes with the link, and an assigned recruiter stands in it', async () => {
  const flow = samples.flows[0]
  const recruiter = samples.members.find(({ team_ids }) => flow && team_ids.includes(flow.team_id))
  const body = { interview_flow_id: flow?.interview_flow_id, assigned_recruiter_id: recruiter?.id }
  const posted = await ask<Posted>('/v1/interviews', 'postedInterview', { method: 'POST', body })
  expect(posted.hint).toBeTypeOf('string')
  expect(posted.interview_link).toContain(`?assignedRecruiterId=${recruiter?.id}`)
})

function refused(body: object, schema: 'error' | 'bodyErrors', status: number) {
  return ask('/v1/interviews', schema, { method: 'POST', body, status })
}

test('an interview cannot be posted to a flow that is unknown, foreign or unnamed, nor for a stranger', async () => {
  await refused({ interview_flow_id: '00000000' }, 'error', 422)
  await refused({ interview_flow_id: FOREIGN.flow }, 'error', 403)
  await refused({}, 'bodyErrors', 422)
  const stranger = { assigned_recruiter_id: '11111111-1111-4111-8111-111111111111' }
  await refused({ interview_flow_id: samples.flows[0]?.interview_flow_id, ...stranger }, 'bodyErrors', 422)
  expect((await send('/v1/interviews', { method: 'POST' })).status).toBe(422)
})

test('revoked recordings have no address and answer no more', async () => {
  const sample = samples.interviews.find(({ interview_data }) => interview_data?.audio_url)
  const path = `/v1/interviews/${sample?.interview_id}`
  const before = await ask<Interview>(path, 'interviewOfAnyAge')
  const address = before.interview_data?.audio_url ?? ''
  expect((await fetch(address, { method: 'HEAD' })).status).toBe(200)

  await ask(path, 'deletedInterview', { method: 'DELETE' })
  const after = await ask<Interview>(path, 'interviewOfAnyAge')
  expect(after.interview_data).toMatchObject({ audio_url: null, video_url: null })
  expect((await fetch(address, { method: 'HEAD' })).status).toBe(404)
})
