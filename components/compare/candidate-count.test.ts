import { expect, test } from 'vitest'
import { candidateCount } from './candidate-count'

test('whoever was interviewed and cannot be compared is counted beside those who are', () => {
  expect(candidateCount({ interviews: 1, withoutTranscript: 0 })).toBe('1 candidate')
  expect(candidateCount({ interviews: 20, withoutTranscript: 3 })).toBe(
    '20 candidates, and 3 more without a transcript',
  )
  expect(candidateCount({ interviews: 0, withoutTranscript: 1 })).toBe('0 candidates, and 1 without a transcript')
})
