import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimeSpan } from '../transcript/speech'
import { answersHeard } from './answers-heard'
import { joinSpans } from './listening-progress'

const span = (start: number, end: number): TimeSpan => ({ start, end })

/** The agent asks until 10, the candidate answers until 30; again until 40 and 60; nobody answers the third. */
const ANSWERS = [{ spans: [span(0, 30)] }, { spans: [span(50, 60), span(30, 45)] }, { spans: [] }]
const SPEECH = [span(10, 30), span(40, 45), span(50, 60)]

test.each([
  ['nothing', [], 0],
  ['the questions alone', [span(0, 10), span(30, 40)], 0],
  ['half of an answer', [span(0, 20)], 0],
  ['more than half of it', [span(0, 20.1)], 1],
  ['its end, and most of an answer in two parts', [span(19, 30), span(42, 45), span(50, 55)], 2],
  ['all of it', [span(0, 60)], 2],
])('an answer counts as heard once most of what the candidate says in it is: %s', (_, heard, count) => {
  expect(answersHeard(ANSWERS, SPEECH, heard)).toEqual({ heard: count, of: 2 })
})

const spans = fc
  .array(fc.record({ start: fc.nat(100), seconds: fc.integer({ min: 1, max: 20 }) }), { maxLength: 6 })
  .map((some) => some.map(({ start, seconds }) => span(start, start + seconds)))

test('hearing more never counts fewer, hearing all counts each, and reading nothing none', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 4 }), spans, spans, spans, (given, said, some, more) => {
      const answers = given.map((one) => ({ spans: one }))
      const speech = joinSpans(said)
      const count = (heard: TimeSpan[]) => answersHeard(answers, speech, joinSpans(heard))
      expect(count(some).heard).toBeLessThanOrEqual(count([...some, ...more]).heard)
      expect(count([span(0, 200)])).toEqual({ heard: count([]).of, of: count([]).of })
      expect(count([]).heard).toBe(0)
    }),
  )
})
