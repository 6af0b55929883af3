import { expect, test } from 'vitest'
import { AUDIT_CODES } from '@/lib/audit/event'
import { EVENT_KINDS } from './event-kinds'
import { eventPieces } from './event-words'

test('every event is of one kind, and has words of its own', () => {
  const codes = EVENT_KINDS.flatMap((kind) => kind.codes)
  expect(codes.toSorted()).toEqual(AUDIT_CODES.toSorted())
  for (const code of AUDIT_CODES) expect(eventPieces({ code, about: null, payload: {} })).not.toEqual([code])
})
