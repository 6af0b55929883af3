import { expect, test } from 'vitest'
import { pythonJson } from './python-json'
import { interviewEvent, sign } from './webhooks'
import type { InterviewFlow } from './wire'

const BODY =
  '{"interview_flow_id": "f6298c77", "interview_id": "e48f2a8f-e235-4e4c-b5f9-b2114d684bdc", "status": "completed", "interview_flow_name": "Team 1 interview", "event_type": "interview_processed", "interviewee_email_address": "anne@ribbon.ai", "interviewee_first_name": "Anne", "interviewee_last_name": "Anquetin0", "interview_link": "https://staging.ribbon.ai/recruit/interviews/f6298c77/a5bc36d2-c22c-4bae-9d08-0b941738924e"}'

function withoutLink(body: string) {
  return body.replace(/"https:[^"]*"/, '""')
}

test('a body is signed as Ribbon signs it', () => {
  expect(sign('myGoodSecret', BODY)).toBe('bdae121de5d94dffe936ec3337b0395a4237a6d2433bbd0bc2941883e5667d18')
})

test('an event has the keys, the order and the spacing of Ribbon’s', () => {
  const flow = { interview_flow_id: 'f6298c77', title: 'Team 1 interview' } as InterviewFlow
  const event = interviewEvent(
    flow,
    {
      interview_flow_id: 'f6298c77',
      interview_id: 'e48f2a8f-e235-4e4c-b5f9-b2114d684bdc',
      status: 'completed',
      interview_data: {
        transcript: '',
        transcript_with_timestamp: [],
        questions_to_transcript_mapping: [],
        interviewee_email_address: 'anne@ribbon.ai',
        interviewee_first_name: 'Anne',
        interviewee_last_name: 'Anquetin0',
      },
    },
    'interview_processed',
  )
  expect(event.interview_link).not.toContain(event.interview_id)
  expect(withoutLink(pythonJson(event))).toBe(withoutLink(BODY))
})

test('what is not ASCII is escaped, as Python does by default', () => {
  expect(pythonJson({ name: 'Zoë 😀', list: [1, true, null] })).toBe(
    String.raw`{"name": "Zo\u00eb \ud83d\ude00", "list": [1, true, null]}`,
  )
})
