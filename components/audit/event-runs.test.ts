import { expect, test } from 'vitest'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { eventRuns } from './event-runs'

const ada = { id: 'ada', name: 'Ada Byron', email: 'ada@example.com' }
const grace = { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com' }
const by = (member: typeof ada) => ({ kind: 'member' as const, id: member.id, member })
const about = (id: string) => ({ kind: 'interview' as const, id, candidate: null })

let seq = 0
const event = (id: string, over: Partial<LoggedEvent> = {}): LoggedEvent => ({
  ...{ seq: ++seq, at: '2026-11-28T09:00:01.000Z', code: 'interview.viewed', by: by(ada), about: about(id) },
  ...{ whom: null, payload: {}, address: '192.0.2.1', sessionId: 'one', ...over },
})
const lengths = (events: LoggedEvent[]) => eventRuns(events, new Map()).map((run) => run.length)

test('what a member did to three candidates or more at one moment is one line, and all else is one each', () => {
  const three = ['a', 'b', 'c'].map((id) => event(id))
  expect(lengths(three)).toEqual([3])
  expect(lengths(three.slice(1))).toEqual([1, 1])
  const others = [event('d', { code: 'recording.played' }), ...three, event('e', { code: 'searched', about: null })]
  expect(lengths(others)).toEqual([1, 3, 1])
  expect(eventRuns(others, new Map()).flat()).toEqual(others)
})

const at = (time: string) => ({ at: `2026-11-28T09:00:${time}Z` })

test('a moment is two seconds long', () => {
  expect(lengths([event('a', at('03.000')), event('b', at('02.000')), event('c', at('01.000'))])).toEqual([3])
  expect(lengths([event('a', at('03.000')), event('b', at('02.000')), event('c', at('00.999'))])).toEqual([1, 1, 1])
})

const OTHERWISE: Record<string, Partial<LoggedEvent>> = {
  'by another member': { by: by(grace) },
  'by a shell': { by: { kind: 'operator' } },
  'from elsewhere': { address: '192.0.2.2' },
  'in another session': { sessionId: 'two' },
  'as something else': { code: 'interview.loaded_ahead' },
  'of nobody': { about: null },
  'of a flow': { about: { kind: 'flow', id: 'f', title: null } },
  'of one who is there already': { about: about('b') },
}

test.each(Object.entries(OTHERWISE))('what was done %s stands by itself', (_, over) => {
  expect(lengths([event('a'), event('b'), event('c'), event('d', over)])).toEqual([3, 1])
})

const exported = (id: string, list?: string) =>
  event(id, { code: 'interview.exported', payload: list === undefined ? {} : { list } })
const asked = (id: string, whom: typeof ada) => event(id, { code: 'interview.assigned', whom })

test('what a line says beside the candidate is the same for all of them', () => {
  const kinds = [exported('a', 'csv'), exported('b', 'csv'), exported('c', 'csv'), exported('d', 'json'), exported('e')]
  expect(lengths(kinds)).toEqual([3, 1, 1])
  expect(lengths([asked('a', ada), asked('b', ada), asked('c', ada), asked('d', grace)])).toEqual([3, 1])
})
