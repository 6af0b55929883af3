import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHeads, writeHead } from './head'

const ROOT = 'ab'.repeat(32)

test('heads are read back from whatever they were kept in, each of them', () => {
  const head = fc.record({
    size: fc.nat(),
    seq: fc.nat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  })
  fc.assert(
    fc.property(head, head, (earlier, later) => {
      const kept = `Kept on Monday:\n${writeHead(earlier)}\n\nThe head:\n${writeHead(later)}\n`
      expect(readHeads(kept)).toEqual([earlier, later].map((head) => ({ of: 'tree', ...head })))
    }),
  )
})

test('one of the time of the chain says that it is of a chain, and what is none is none', () => {
  expect(readHeads(`debrief-audit-1 3 4 ${ROOT}`)).toEqual([{ of: 'chain', size: 3, seq: 4, root: ROOT }])
  for (const text of [
    '',
    'debrief-audit-1 3 4 abc',
    `debrief-audit-3 3 4 ${ROOT}`,
    ` debrief-audit-2 3 4 ${ROOT}`,
    `debrief-audit-2 3 4 ${ROOT}0`,
  ])
    expect(readHeads(text)).toEqual([])
})
