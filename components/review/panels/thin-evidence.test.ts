import { expect, test } from 'vitest'
import { restsOn } from './thin-evidence'

const talk = { answered: 3, asked: 3, questions: 3 }

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.7, '59 s'],
  [119.6, '1 min 59 s'],
  [120, '2 min'],
  [61, '1 min 1 s'],
])('%s seconds are %s of speech', (seconds, said) => {
  expect(restsOn({ ...talk, seconds })).toBe(`${said} of speech`)
})

test('it says how few questions were answered only where they are less than half', () => {
  expect(restsOn({ ...talk, seconds: 600, answered: 1 })).toBe('10 min of speech and 1 of 3 questions')
  expect(restsOn({ ...talk, seconds: 600, answered: 2 })).toBe('10 min of speech')
  expect(restsOn({ ...talk, seconds: null })).toBe('no timed speech')
})
