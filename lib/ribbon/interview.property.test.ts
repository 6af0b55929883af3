// Must hold 32: whatever Ribbon sends, reading it neither throws nor lets anything through that the domain cannot hold.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../transcript/words'
import { log } from '../log'
import { ribbonInterview, type RibbonInterview } from './interview'
import { pageOf, readItem } from './page'
import { brokenInterview, validInterview } from './testing/hostile'

log.level = 'silent'

const RUNS = { numRuns: 500 }

test('every interview that Ribbon’s description allows is read', () => {
  fc.assert(
    fc.property(validInterview, (wire) => {
      fc.pre(wire.interview_id !== '\0'.repeat(wire.interview_id.length))
      expectSound(ribbonInterview.parse(wire))
    }),
    RUNS,
  )
})

test('an interview with anything in any place is read soundly or counted as unreadable', async () => {
  await fc.assert(
    fc.asyncProperty(brokenInterview, async (wire) => {
      const { items, unreadable, received } = pageOf([wire].map((value) => readItem(value, ribbonInterview)))
      expect(items.length + unreadable.length).toBe(received)
      items.forEach((interview) => expectSound(interview))
    }),
    RUNS,
  )
})

function expectSound(interview: RibbonInterview) {
  expect(JSON.parse(JSON.stringify(interview))).toStrictEqual(interview)
  expect(JSON.stringify(interview)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  expect(interview.words).toHaveLength(interview.segments.length)

  interview.words.forEach((words, index) => expectWordsInside(words, interview.segments[index]?.text ?? ''))
  for (const { segments, start, end } of interview.questions) {
    expect(segments.every((index) => Number.isInteger(index) && index in interview.segments)).toBe(true)
    expectTimes(start, end)
  }
  for (const { start, end } of interview.segments) expectTimes(start, end)
  expectTimes(interview.talk, interview.duration)
  for (const score of Object.values(interview.scores)) expect(score === null || (score >= 0 && score <= 5)).toBe(true)
}

function expectWordsInside(words: RibbonInterview['words'][number], text: string) {
  for (const { from, to, start, end } of wordsOf(words)) {
    expect(0 <= from && from < to && to <= text.length).toBe(true)
    expectTimes(start, end)
  }
}

/** Finite, not negative, not backwards. */
function expectTimes(start: number | null, end: number | null) {
  for (const time of [start, end]) expect(time === null || (Number.isFinite(time) && time >= 0)).toBe(true)
  if (start !== null && end !== null) expect(start).toBeLessThanOrEqual(end + 1e-9)
}
