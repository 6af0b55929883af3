import { expect, test } from 'vitest'
import type { z } from 'zod'
import { AUDIT_CODES, auditEvent } from '@/lib/audit/event'
import { EVENT_KINDS } from './event-kinds'
import { eventPieces } from './event-words'

test('every event is of one kind, and has words of its own', () => {
  const codes = EVENT_KINDS.flatMap((kind) => kind.codes)
  expect(codes.toSorted()).toEqual(AUDIT_CODES.toSorted())
  for (const code of AUDIT_CODES) expect(eventPieces({ code, about: null, payload: {} })).not.toEqual([code])
})

test('whom an event’s words name is told with it, and where it may not have been they name nobody', () => {
  const naming = auditEvent.options.filter(({ shape: { code } }) =>
    eventPieces({ code: code.value, about: null, payload: { memberId: 'm' } }).includes('{whom}'),
  )
  expect(naming.length).toBeGreaterThan(2)
  for (const { shape } of naming) {
    const of = new Map<string, z.ZodType>(Object.entries(shape.payload.shape))
    const code = shape.code.value
    expect(of.has('memberId'), code).toBe(true)
    const isAlwaysTold = of.get('memberId')?.safeParse(undefined).success === false
    expect(eventPieces({ code, about: null, payload: {} }).includes('{whom}'), code).toBe(isAlwaysTold)
  }
})
