import { expect, test } from 'vitest'
import { blindnessDraft } from './flow'

test('a switch is set by its name, and one that is misspelt is refused rather than ignored', () => {
  expect(blindnessDraft.parse({ colleagues: false })).toEqual({ colleagues: false })
  for (const draft of [{ colleague: false }, { colleagues: true, scores: true }, { colleagues: 'no' }])
    expect(blindnessDraft.safeParse(draft).success, JSON.stringify(draft)).toBe(false)
})
