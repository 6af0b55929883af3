import { expect, test } from 'vitest'
import { pastedInterviews } from './pasted-interviews'

test('links and ids are understood, in lines or a sentence’s commas, and each once', () => {
  const pasted = `https://debrief.example.com/candidates/abc?t=3.4
    http://localhost:3000/candidates/a%2Fb#notes, abc; plain-id
    /candidates/~counts~`
  expect(pastedInterviews(pasted)).toEqual(['abc', 'a/b', 'plain-id', 'counts'])
})

test('what is no candidate’s link is left out', () => {
  expect(pastedInterviews('https://example.com/elsewhere  https://x/candidates/%E0%A4%A')).toEqual([])
  expect(pastedInterviews('  ')).toEqual([])
})
