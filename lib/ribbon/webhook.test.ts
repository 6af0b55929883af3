// Must hold 6 and 7.
import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSigned, readEvent } from './webhook'

const SECRET = 'myGoodSecret'
const SIGNATURE = 'bdae121de5d94dffe936ec3337b0395a4237a6d2433bbd0bc2941883e5667d18'
const BODY = Buffer.from(
  '{"interview_flow_id": "f6298c77", "interview_id": "e48f2a8f-e235-4e4c-b5f9-b2114d684bdc", "status": "completed", "interview_flow_name": "Team 1 interview", "event_type": "interview_processed", "interviewee_email_address": "anne@ribbon.ai", "interviewee_first_name": "Anne", "interviewee_last_name": "Anquetin0", "interview_link": "https://staging.ribbon.ai/recruit/interviews/f6298c77/a5bc36d2-c22c-4bae-9d08-0b941738924e"}',
)

test('a body that Ribbon signed is accepted', () => {
  expect(isSigned(BODY, SIGNATURE, SECRET)).toBe(true)
})

test('a missing, short, long, non-hex or foreign signature is refused without throwing', () => {
  const foreign = createHmac('sha256', 'another secret').update(BODY).digest('hex')
  const prefixed = `sha256=${SIGNATURE}`
  const wrong = [null, '', SIGNATURE.slice(2), SIGNATURE + '00', SIGNATURE.replace('b', 'g'), prefixed, foreign]
  for (const signature of wrong) expect(isSigned(BODY, signature, SECRET)).toBe(false)
})

test('flipping any bit of the body or the signature refuses it', () => {
  fc.assert(
    fc.property(fc.nat(BODY.length - 1), fc.nat(31), fc.nat(7), (bodyIndex, signatureIndex, bit) => {
      expect(isSigned(flipped(BODY, bodyIndex, bit), SIGNATURE, SECRET)).toBe(false)
      const signature = flipped(Buffer.from(SIGNATURE, 'hex'), signatureIndex, bit).toString('hex')
      expect(isSigned(BODY, signature, SECRET)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

const read = (body: unknown) => readEvent(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))

test('an event is about its interview, a candidate’s status, or nothing that we know', () => {
  expect(readEvent(BODY)).toEqual({
    name: 'interview_processed',
    about: 'interview',
    interviewId: 'e48f2a8f-e235-4e4c-b5f9-b2114d684bdc',
  })
  const change = { event_type: 'candidate_status_updated', interview_flow_id: 'f', interviewee_email: 'A@example.com' }
  expect(read({ ...change, new_status: 'hired', previous_status: null })).toMatchObject({
    about: 'candidate',
    change: { flowId: 'f', email: 'a@example.com', status: 'hired', previous: null },
  })
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '{"interview_id": 7}',
    { interview_id: '' },
    { event_type: 'new' },
    change,
  ])
    expect(read(body)).toMatchObject({ about: 'nothing' })
})

function flipped(bytes: Buffer, index: number, bit: number) {
  const copy = Buffer.from(bytes)
  copy[index] = (copy[index] ?? 0) ^ (1 << bit)
  return copy
}
