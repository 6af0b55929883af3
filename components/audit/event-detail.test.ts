import { expect, test } from 'vitest'
import type { z } from 'zod'
import { AUDIT_CODES, auditEvent } from '@/lib/audit/event'
import { eventDetail } from './event-detail'
import { eventPieces } from './event-words'

/** Said by its words, or by the reason for which it failed. */
const SAID_OTHERWISE = ['sign_in.failed by']

type Def = { type: string; innerType: z.ZodType; entries: object; options: z.ZodType[]; shape: object }
const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def

/** Two values of what can be chosen, of which the first leaves the most to be said; null for an id or a pseudonym. */
function choicesOf(schema: z.ZodType): [unknown, unknown] | null {
  const { type, innerType, entries, options, shape } = defOf(schema)
  if (type === 'optional') return choicesOf(innerType)
  if (type === 'enum') return [Object.values(entries).at(-1), Object.values(entries)[0]]
  if (type === 'boolean') return [true, false]
  if (type === 'number') return [2, 3]
  if (type === 'array') return [['one'], ['one', 'another']]
  if (type === 'object') return [Object.fromEntries(Object.keys(shape).map((key) => [key, ['one']])), 'none']
  const last = type === 'union' ? options.at(-1) : undefined
  return last ? [choicesOf(last)?.[0], 'all'] : null
}

const choices = auditEvent.options.flatMap(({ shape }) => {
  const code = shape.code.value
  const fields = Object.entries(shape.payload.shape as Record<string, z.ZodType>)
  const chosen = fields.flatMap(([key, schema]) => {
    const values = choicesOf(schema)
    return values ? [{ key, values }] : []
  })
  const payload = Object.fromEntries(chosen.map(({ key, values }) => [key, values[0]]))
  return chosen.map(({ key, values }) => ({ code, key, payload, other: { ...payload, [key]: values[1] } }))
})

test('what was chosen is said of each event that holds a choice: a role, a scope, a switch, a format', () => {
  const names = new Map<string, string>()
  const said = choices.filter(
    ({ code, payload, other }) =>
      eventDetail({ code, payload }, names) !== eventDetail({ code, payload: other }, names),
  )
  const nameOf = ({ code, key }: (typeof choices)[number]) => `${code} ${key}`
  expect(choices.length).toBeGreaterThan(15)
  expect(choices.filter((one) => !said.includes(one)).map(nameOf)).toEqual(SAID_OTHERWISE)
})

const JUDGED = {
  ...{ vote: 'strong_no_hire', rating: 5, score: 'grammar', status: 'declined', cause: 'other_speaker' },
  ...{ reason: 'They left early', body: 'They left early', text: 'They left early', message: 'They left early' },
}

test.each(AUDIT_CODES)('%s is said in the same words whatever somebody thinks, were it told', (code) => {
  const said = (payload: object) => {
    const event = { code, about: null, payload: { ...payload } }
    return [eventPieces(event), eventDetail(event, new Map())]
  }
  expect(said(JUDGED)).toEqual(said({}))
})

const toTeams = (teams: string[]) => ({ teams, flows: ['f1'], interviews: ['i1', 'i2'] })

test('a scope is said by the names of today, and a long one by how much more it has', () => {
  const names = new Map([['t1', 'Night shift']])
  const said = (scope: unknown) => eventDetail({ code: 'member.scope_changed', payload: { scope } }, names)
  expect(said('all')).toBe('Everything')
  expect(said(toTeams(['t1', 'gone']))).toBe('Night shift, gone, f1, 2 interviews')
  expect(said(toTeams(['t1', 't2', 't3', 't4']))).toBe('Night shift, t2, t3, 2 more, 2 interviews')
  expect(eventDetail({ code: 'member.added', payload: { role: 'reviewer', teams: ['t1'] } }, names)).toBe(
    'as reviewer · Night shift',
  )
  expect(eventDetail({ code: 'flow.blindness_set', payload: { colleagues: false, assessment: false } }, names)).toBe(
    'nothing',
  )
})
