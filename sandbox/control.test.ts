import { beforeEach, expect, test } from 'vitest'
import { givenSandbox } from './testing/client'
import { givenReceiver } from './testing/receiver'
import { sign } from './webhooks'
import { readSamples } from './samples'
import type { Interview, InterviewFlow } from './wire'

const { ask, send, control } = await givenSandbox()
const receiver = await givenReceiver()
const samples = readSamples()
const flowId = samples.flows[0]?.interview_flow_id ?? ''

beforeEach(() => void receiver.received.splice(0))

function patchFlow(fields: Partial<InterviewFlow>) {
  return control<InterviewFlow>(`/flows/${flowId}`, { method: 'POST', body: fields })
}

async function postInterview(interviewee: object = {}) {
  const body = { interview_flow_id: flowId, ...interviewee }
  const posted = await ask<{ interview_id: string }>('/v1/interviews', 'postedInterview', { method: 'POST', body })
  return posted.interview_id
}

function finish(id: string, body?: object) {
  return control(`/interviews/${id}/finish`, { method: 'POST', body })
}

test('a finished interview is whole, and the flow’s receiver is told with a signature', async () => {
  await patchFlow({ webhook_url: receiver.url, webhook_secret_key: 'a test secret', is_video_enabled: true })
  const id = await postInterview({ interviewee_first_name: 'Zoë', interviewee_email_address: 'zoe@example.com' })
  await finish(id, { interviewee_last_name: 'Krol' })

  const interview = await ask<Interview>(`/v1/interviews/${id}`, 'interview')
  expect(interview).toMatchObject({
    status: 'completed',
    interview_data: {
      interviewee_first_name: 'Zoë',
      interviewee_last_name: 'Krol',
      interviewee_email_address: 'zoe@example.com',
    },
  })
  expect(interview.interview_data?.transcript_with_timestamp.length).toBeGreaterThan(5)
  const audio = await fetch(interview.interview_data?.audio_url ?? '', { method: 'HEAD' })
  expect(audio.status).toBe(200)

  const events = receiver.received.map(({ body }) => JSON.parse(body) as Record<string, string>)
  expect(events.map(({ event_type: type }) => type)).toEqual(['interview_processed', 'video_processed'])
  expect(events[0]).toMatchObject({ interview_id: id, status: 'completed', interviewee_last_name: 'Krol' })
  for (const { headers, body } of receiver.received) {
    expect(headers['x-ribbon-signature']).toBe(sign('a test secret', body))
  }
})

test('who was invited without an email or a name has none afterwards, but a verdict all the same', async () => {
  for (let time = 0; time < 20; time += 1) {
    const id = await postInterview()
    await finish(id)
    const { interview_data: data } = await ask<Interview>(`/v1/interviews/${id}`, 'interview')
    expect(data).toMatchObject({ interviewee_email_address: null, interviewee_first_name: null })
    expect(data?.summary).toBeTypeOf('string')
    expect(Object.values(data?.scores ?? {}).filter((score) => score !== null)).toHaveLength(7)
  }
})

test('without a secret a webhook is not signed, without video there is only one', async () => {
  await patchFlow({ webhook_url: receiver.url, webhook_secret_key: null, is_video_enabled: false })
  await finish(await postInterview())
  expect(receiver.received).toHaveLength(1)
  expect(receiver.received[0]?.headers).not.toHaveProperty('x-ribbon-signature')
})

test('a receiver that is not there does not keep an interview from being finished', async () => {
  await patchFlow({ webhook_url: 'http://127.0.0.1:1/hook' })
  const id = await postInterview()
  expect(await finish(id)).toMatchObject({ webhooks: [{ event: 'interview_processed', status: null }] })
  expect(await ask(`/v1/interviews/${id}`, 'interview')).toMatchObject({ status: 'completed' })
})

test('finishing an interview in processing adds its questions, scores or summary to what was there', async () => {
  const waiting = samples.interviews.find(({ status, interview_data }) => status === 'incomplete' && interview_data)
  await finish(waiting?.interview_id ?? '')
  const { interview_data: data } = await ask<Interview>(`/v1/interviews/${waiting?.interview_id}`, 'interview')
  expect(data?.transcript).toBe(waiting?.interview_data?.transcript)
  expect(data?.questions_to_transcript_mapping.length).toBeGreaterThan(0)
})

test('an interview, or all of a flow, is scored anew and nobody is told; what was not scored yet stays so', async () => {
  await patchFlow({ webhook_url: receiver.url })
  const [first, second, waiting] = [await postInterview(), await postInterview(), await postInterview()]
  for (const id of [first, second]) await finish(id)
  receiver.received.splice(0)
  const read = async (id: string) => (await ask<Interview>(`/v1/interviews/${id}`, 'interview')).interview_data
  const before = { first: await read(first), second: await read(second) }

  await control(`/interviews/${first}/rescore`, { method: 'POST', body: { summary: 'Scored anew.' } })
  expect(await read(first)).toMatchObject({ summary: 'Scored anew.', transcript: before.first?.transcript })
  expect(await read(second)).toEqual(before.second)
  await ask(`/control/interviews/${waiting}/rescore`, 'error', { method: 'POST', status: 422 })

  await control(`/flows/${flowId}/rescore`, { method: 'POST' })
  expect((await read(second))?.summary).not.toBe(before.second?.summary)
  expect(await read(second)).toMatchObject({ transcript: before.second?.transcript })
  expect(await read(waiting)).toBeNull()
  expect(receiver.received).toEqual([])
})

test('who was invited is told only once the interview has taken place, and may try again', async () => {
  const invited = { interviewee_first_name: 'Ada', interviewee_email_address: 'ada@example.com' }
  const attempts = [await postInterview(invited), await postInterview(invited)]
  for (const id of attempts)
    expect(await ask(`/v1/interviews/${id}`, 'interview')).toMatchObject({ interview_data: null })
  const list = await (await send('/v1/interviews?status=incomplete&limit=500')).text()
  expect(list).not.toContain('ada@example.com')

  for (const id of attempts) await finish(id)
  for (const id of attempts)
    expect(await ask(`/v1/interviews/${id}`, 'interview')).toMatchObject({
      interview_flow_id: flowId,
      interview_data: invited,
    })
})

test('an interview is finished once', async () => {
  const id = await postInterview()
  await finish(id)
  await ask(`/control/interviews/${id}/finish`, 'error', { method: 'POST', status: 422 })
})

test('a patched flow keeps the fields that the patch leaves out', async () => {
  const before = await ask<InterviewFlow>(`/v1/interview-flows/${flowId}`, 'flow')
  await patchFlow({ title: 'Renamed' })
  expect(await ask(`/v1/interview-flows/${flowId}`, 'flow')).toEqual({ ...before, title: 'Renamed' })
})

test('an interview can be set whole, with keys that Ribbon does not have yet', async () => {
  const sample = samples.interviews.find(({ interview_data }) => interview_data)
  const id = 'any-id-at-all'
  await control(`/interviews/${id}`, { method: 'PUT', body: { ...sample, new_key: 1 } })
  const { interviews } = (await (await send('/v1/interviews?limit=500')).json()) as { interviews: Interview[] }
  expect(interviews.find((interview) => interview.interview_id === id)).toMatchObject({ new_key: 1 })
})

test('an interview that makes no sense is sent as it was set', async () => {
  const wire = { interview_flow_id: 'gone', status: 'completed', interview_data: { audio_url: 42, words: null } }
  await control('/interviews/odd', { method: 'PUT', body: wire })
  expect(await (await send('/v1/interviews/odd')).json()).toEqual({ ...wire, interview_id: 'odd' })
})

test('an interview that is set again has its recordings again', async () => {
  const sample = samples.interviews.find(({ interview_data }) => interview_data?.audio_url)
  const path = `/v1/interviews/${sample?.interview_id}`
  await ask(path, 'deletedInterview', { method: 'DELETE' })
  await control(`/interviews/${sample?.interview_id}`, { method: 'PUT', body: sample })
  const { interview_data: data } = await ask<Interview>(path, 'interviewOfAnyAge')
  expect((await fetch(data?.audio_url ?? '', { method: 'HEAD' })).status).toBe(200)
})

test('a change of a candidate’s status is told without an interview', async () => {
  await patchFlow({ webhook_url: receiver.url, webhook_secret_key: 'a test secret' })
  const change = { interviewee_email: 'zoe@example.com', new_status: 'hired', previous_status: 'in_review' }
  await control('/webhooks', { method: 'POST', body: { interview_flow_id: flowId, ...change } })
  const [{ body, headers } = { body: '{}', headers: {} }] = receiver.received
  expect(JSON.parse(body)).toMatchObject({
    event_type: 'candidate_status_updated',
    interview_flow_id: flowId,
    ...change,
  })
  expect(body).not.toContain('interview_id')
  expect(headers).toMatchObject({ 'x-ribbon-signature': sign('a test secret', body) })
})
