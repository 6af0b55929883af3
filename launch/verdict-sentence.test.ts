import { expect, test } from 'vitest'
import { isVouchedFor, verdictSentence } from './verdict-sentence'

const HEAD = { size: 3, seq: 4, root: 'ab'.repeat(32) }
const SINCE = '2026-11-27T12:00:00.000Z'
const verdict = (unsealed: number) => ({
  ...{ flaw: null, head: HEAD, unsealed, covered: null },
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

test('what no head vouches for is said, and is a failure once it is an hour old, whatever time it claims', () => {
  const upTo = (size: number, uncoveredSince: string | null) => ({ ...verdict(0), covered: { size, uncoveredSince } })
  const at = Date.parse(SINCE)
  const said = (size: number, since: string | null, now: number) => {
    const found = upTo(size, since)
    return [
      isVouchedFor(found, now),
      /The heads of FILE cover .*?(?= The head:)/s.exec(verdictSentence(found, now))?.[0],
    ]
  }
  expect(said(3, null, at + 1e9)).toEqual([true, 'The heads of FILE cover 3 of 3.'])
  expect(said(2, SINCE, at + 3_600_000)).toEqual([true, 'The heads of FILE cover 2 of 3.'])
  const left = `The heads of FILE cover 2 of 3: nothing vouches for what came after, from ${SINCE} on. Heads are not kept in it any more, or Debrief is not running.`
  for (const now of [at + 3_600_001, at - 3_600_001]) expect(said(2, SINCE, now)).toEqual([false, left])
  expect(said(2, 'infinity', at)[0]).toBe(false)
  expect(isVouchedFor(verdict(2), at + 1e9)).toBe(true)
  expect(isVouchedFor({ flaw: 'altered', seq: 1 }, at)).toBe(false)
})

test('a flaw names its row', () => {
  expect(verdictSentence({ flaw: 'another_address', seq: 12 }, 0)).toBe(
    'The address from which row 12 of the audit log was told was exchanged for another one.',
  )
})
