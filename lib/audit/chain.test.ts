import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chained, GENESIS, leafOf, type StoredEvent } from './chain'
import { readHead, writeHead } from './head'

const EVENT: StoredEvent = {
  seq: 7,
  at: '2026-11-26T06:00:00.123456Z',
  actorKind: 'member',
  actorId: '00000000-0000-4000-8000-000000000001',
  code: 'note.written',
  about: 'iv "1" é',
  payload: { parentId: null, noteId: '00000000-0000-4000-8000-000000000002' },
}

test('what is sealed today is read by every later version: the encoding of an event does not change', () => {
  const text =
    '{"about":"iv \\"1\\" é","actorId":"00000000-0000-4000-8000-000000000001","actorKind":"member",' +
    '"at":"2026-11-26T06:00:00.123456Z","code":"note.written",' +
    '"payload":{"noteId":"00000000-0000-4000-8000-000000000002","parentId":null},"seq":7,"v":1}'
  const leaf = createHash('sha256').update(`\0${text}`).digest()
  expect(leafOf(EVENT)).toEqual(leaf)
  expect(chained(GENESIS, EVENT)).toEqual(createHash('sha256').update(Buffer.alloc(32)).update(leaf).digest())
})

test('in which order the database names an event’s parts makes no difference, and every other value does', () => {
  const reversed = Object.fromEntries(Object.entries(EVENT).toReversed()) as StoredEvent
  expect(
    leafOf({ ...reversed, payload: Object.fromEntries(Object.entries(EVENT.payload as object).toReversed()) }),
  ).toEqual(leafOf(EVENT))
  for (const key of Object.keys(EVENT)) {
    expect(leafOf({ ...EVENT, [key]: null }), key).not.toEqual(leafOf(EVENT))
    expect(leafOf({ ...EVENT, [key]: 'another' }), key).not.toEqual(leafOf(EVENT))
  }
})

test('a head is read back from whatever it was kept in', () => {
  const head = fc.record({
    size: fc.nat(),
    seq: fc.nat(),
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  })
  fc.assert(
    fc.property(head, head, (earlier, later) => {
      const kept = `Kept on Monday:\n${writeHead(earlier)}\n\nThe head:\n${writeHead(later)}\n`
      expect(readHead(kept)).toEqual(later)
    }),
  )
  expect(readHead('debrief-audit-1 3 4 abc')).toBeNull()
})
