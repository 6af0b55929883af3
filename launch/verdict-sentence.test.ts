import { expect, test } from 'vitest'
import { verdictSentence } from './verdict-sentence'

const HEAD = { size: 3, seq: 4, root: 'ab'.repeat(32) }
const SINCE = '2026-11-27T12:00:00.000Z'
const verdict = (unsealed: number) => ({
  ...{ flaw: null, head: HEAD, unsealed },
  unsealedSince: unsealed === 0 ? null : SINCE,
})

test('a log that is as it was says how far it is sealed, and that sealing is held up once something has waited for a minute', () => {
  const end = `The head:\ndebrief-audit-2 3 4 ${HEAD.root}`
  const after = (ms: number) => Date.parse(SINCE) + ms
  expect(verdictSentence(verdict(0), after(600_000))).toBe(
    `3 rows of the audit log are as they were written, 0 are not sealed yet. ${end}`,
  )
  expect(verdictSentence(verdict(2), after(60_000))).toBe(
    `3 rows of the audit log are as they were written, 2 are not sealed yet. ${end}`,
  )
  expect(verdictSentence(verdict(2), after(60_001))).toBe(
    `3 rows of the audit log are as they were written, 2 are not sealed yet. Sealing is held up, or Debrief is not running: the oldest of them was told at ${SINCE}. ${end}`,
  )
})

test('a flaw names its row', () => {
  expect(verdictSentence({ flaw: 'another_address', seq: 12 }, 0)).toBe(
    'The address from which row 12 of the audit log was told was exchanged for another one.',
  )
})
