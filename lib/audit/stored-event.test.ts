import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chained, GENESIS } from './chain'
import { leafOf, writtenEvent, type StoredEvent } from './stored-event'

const EVENT: StoredEvent = {
  encoding: 2,
  seq: 7,
  at: '2026-11-26T06:00:00.123456Z',
  actorKind: 'member',
  actorId: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000003',
  origin: 'ab'.repeat(32),
  code: 'note.written',
  about: 'iv "1" é',
  payload: { parentId: null, noteId: '00000000-0000-4000-8000-000000000002' },
}

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

test('what is sealed today is read by every later version: the encodings of an event do not change', () => {
  const text =
    '{"about":"iv \\"1\\" é","actorId":"00000000-0000-4000-8000-000000000001","actorKind":"member",' +
    '"at":"2026-11-26T06:00:00.123456Z","code":"note.written",' +
    '"payload":{"noteId":"00000000-0000-4000-8000-000000000002","parentId":null},"seq":7,"v":1}'
  const later = text
    .replace('"payload"', `"origin":"${'ab'.repeat(32)}","payload"`)
    .replace('"v":1', '"sessionId":"00000000-0000-4000-8000-000000000003","v":2')
  expect(writtenEvent({ ...EVENT, encoding: 1 })).toBe(text)
  expect(writtenEvent(EVENT)).toBe(later)
  expect(writtenEvent({ ...EVENT, encoding: 3 })).toBe(later.replace('"v":2', '"v":3'))
  expect(leafOf(EVENT)).toBe(sha256('\0', later).toString('hex'))
  // The chain of before never knew another encoding than the first.
  expect(chained(GENESIS, EVENT)).toBe(sha256(Buffer.alloc(32), sha256('\0', text)).toString('hex'))
})

test('in which order the database names an event’s parts makes no difference, and every other value does', () => {
  const reversed = Object.fromEntries(Object.entries(EVENT).toReversed()) as StoredEvent
  const payload = Object.fromEntries(Object.entries(EVENT.payload as object).toReversed())
  expect(leafOf({ ...reversed, payload })).toEqual(leafOf(EVENT))
  for (const key of Object.keys(EVENT)) {
    expect(leafOf({ ...EVENT, [key]: null }), key).not.toEqual(leafOf(EVENT))
    expect(leafOf({ ...EVENT, [key]: 'another' }), key).not.toEqual(leafOf(EVENT))
  }
})

test('no part of an event can be written into another one', () => {
  const split = { ...EVENT, code: 'a', origin: 'b' }
  const joined = { ...EVENT, code: 'a","origin":"b', origin: null }
  expect(leafOf(split)).not.toEqual(leafOf(joined))
})

/** As RFC 8785 has it, however long it takes. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sorted(item)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = new Map(Object.entries(value))
  return `{${[...members.keys()]
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sorted(members.get(key))}`)
    .join()}}`
}

/** Also those that JavaScript orders by itself, or takes for something else. */
const key = fc.constantFrom('', 'a', 'ab', 'b', 'é', '\u{1d11e}', '\ufffd', '10', '9', 'toJSON', '__proto__')
const { payload } = fc.letrec((tie) => ({
  payload: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -5, '', '"\\\n', '\ud800'),
    fc.array(tie('payload'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('payload')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}))

test('in whichever order a payload comes, it is written in the one way', () => {
  fc.assert(
    fc.property(payload, (told) => {
      expect(writtenEvent({ ...EVENT, payload: told })).toContain(`,"payload":${sorted(told)},"seq":7,`)
    }),
    { numRuns: 1_000 },
  )
})
