import { expect, test } from 'vitest'
import type { z } from 'zod'
import { SCORE_NAMES } from '../assessment/scores'
import { INVALID_CAUSES } from '../interviews/interview'
import { STATUSES } from '../interviews/status'
import { VOTES } from '../interviews/vote'
import { aboutKind, AUDIT_CODES, auditEvent, NUMBERED_CODES } from './event'

/** What must never stand in an event. */
const WORDS = [
  'She ran the night shift.',
  'Grace Hopper',
  'ada@example.com',
  'x',
  '',
  '00000000-0000-4000-8000-00000000000g',
]
/** Where an id stands that another system made: of any characters, so that no check can tell it from a word. */
const MADE_BY_RIBBON = [
  ...['note.written', 'note.edited', 'note.deleted'].map((code) => `${code} about`),
  ...['correction.made', 'correction.replaced', 'correction.withdrawn'].map((code) => `${code} about`),
  ...['attempts.linked about', 'attempts.linked payload.other', 'attempt.unlinked about'],
  ...['interview.exported', 'transcript.downloaded'].map((code) => `${code} about`),
  ...['interview.viewed', 'interview.loaded_ahead'].map((code) => `${code} about`),
  'recording.played about',
  ...['status.set', 'status.taken_back', 'decline_reasons.set'].map((code) => `${code} about`),
  ...['interview.invalidated', 'interview.validated', 'score.overridden', 'score.override_withdrawn'].map(
    (code) => `${code} about`,
  ),
  ...['vote.cast', 'vote.withdrawn', 'interview.revealed', 'flow.blindness_set'].map((code) => `${code} about`),
  ...['interview.assigned', 'interview.asked', 'assignment.withdrawn'].map((code) => `${code} about`),
  ...['rating.given', 'rating.withdrawn'].map((code) => `${code} about`),
  ...['anchors.written', 'names.hidden', 'names.shown', 'names.revealed'].map((code) => `${code} about`),
  ...['teams', 'flows', 'interviews'].map((kind) => `member.added payload.${kind}[]`),
  ...['scope', 'own_scope'].flatMap((what) =>
    ['teams', 'flows', 'interviews'].map((kind) => `member.${what}_changed payload.scope.${kind}[]`),
  ),
  ...['teams', 'flows', 'interviews'].map((ids) => `invitation.made payload.scope.${ids}[]`),
]

type Leaf = { path: string; schema: z.ZodType }

/** Every place of a schema in which a single value stands. */
function leavesOf(schema: z.ZodType, path: string): Leaf[] {
  const { def } = schema as unknown as { def: { type: string } & Record<string, unknown> }
  const within = (key: string, at = path) => leavesOf(def[key] as z.ZodType, at)
  if (def.type === 'nullable' || def.type === 'optional') return within('innerType')
  if (def.type === 'array') return within('element', `${path}[]`)
  if (def.type === 'union') return (def.options as z.ZodType[]).flatMap((option) => leavesOf(option, path))
  if (def.type !== 'object') return [{ path, schema }]
  const members = Object.entries(def.shape as Record<string, z.ZodType>)
  return members.flatMap(([key, member]) => leavesOf(member, path.endsWith(' ') ? path + key : `${path}.${key}`))
}

const leaves = auditEvent.options.flatMap((option) => leavesOf(option, `${option.shape.code.value} `))

test('no event has a place for words: each takes an id, or one of a list, and nothing else', () => {
  expect(leaves.length).toBeGreaterThan(20)
  const taking = leaves.filter(({ schema }) => WORDS.some((words) => schema.safeParse(words).success))
  expect(taking.map(({ path }) => path)).toEqual(MADE_BY_RIBBON)
  for (const { path, schema } of taking) expect(schema.safeParse('x'.repeat(256)).success, path).toBe(false)
})

/** What a member may say of an interview, an answer or a score. */
const JUDGEMENTS = [...VOTES, ...STATUSES, ...INVALID_CAUSES, ...SCORE_NAMES, 1, 2, 3, 4, 5, 2.5, true, false]
const OF_NO_JUDGEMENT = [
  'interviews.exported payload.count',
  ...['flow.blindness_set payload.colleagues', 'flow.blindness_set payload.assessment'],
  'member.break_glass_set payload.on',
]

test('no event has a place for a judgement: it tells that somebody voted, rated, noted or marked, and never what', () => {
  const taking = leaves.filter(({ schema }) => JUDGEMENTS.some((judged) => schema.safeParse(judged).success))
  expect(taking.map(({ path }) => path).filter((path) => !MADE_BY_RIBBON.includes(path))).toEqual(OF_NO_JUDGEMENT)
})

test('an event has nothing beside what its schema names, and no code is there twice', () => {
  const noteId = crypto.randomUUID()
  const event = { code: 'note.edited', about: 'iv_1', payload: { noteId } }
  expect(auditEvent.safeParse(event).success).toBe(true)
  expect(auditEvent.safeParse({ ...event, body: 'Strong start' }).success).toBe(false)
  expect(auditEvent.safeParse({ ...event, payload: { noteId, body: 'Strong start' } }).success).toBe(false)
  const codes = auditEvent.options.map((option) => option.shape.code.value)
  expect(new Set(codes).size).toBe(codes.length)
})

test('of each event it is known what the id is of that it is about', () => {
  expect(AUDIT_CODES).toHaveLength(auditEvent.options.length)
  const told = ['vote.cast', 'names.hidden', 'sign_in.failed', 'member.added', 'searched', 'of a later version']
  expect(told.map(aboutKind)).toEqual(['interview', 'flow', 'id', 'id', null, null])
})

test('it is known of which events a number can be told', () => {
  const ofNumbers = leaves.filter(({ schema }) => schema.safeParse(3).success).map(({ path }) => path.split(' ')[0])
  expect(NUMBERED_CODES).toEqual(ofNumbers)
  expect(NUMBERED_CODES).toContain('interviews.exported')
})
