import { expect, test } from 'vitest'
import { STATUSES } from '../interviews/status'
import { differsFromRibbon } from './ribbon-status'

const agreeing = (word: string) => STATUSES.filter((status) => !differsFromRibbon(status, word))

test('Ribbon’s word differs from every status but the one that it means', () => {
  expect(agreeing('rejected')).toEqual(['declined'])
  expect(agreeing('On hold')).toEqual(['on_hold'])
  expect(agreeing('in-review')).toEqual(['in_review'])
  expect(agreeing('shortlisted')).toEqual(['shortlisted'])
  expect(agreeing('hired')).toEqual(['advanced'])
  expect(agreeing('invited')).toEqual(['new'])
})

test('a word that nobody knows is always shown, and no word is nothing to show', () => {
  for (const word of ['teleported', 'constructor', ''])
    for (const status of STATUSES) expect(differsFromRibbon(status, word)).toBe(true)
  for (const status of STATUSES) expect(differsFromRibbon(status, null)).toBe(false)
})
