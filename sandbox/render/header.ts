import { z } from 'zod'
import { Slip } from './slip'

const SCORES = [
  'communication',
  'motivation',
  'skills',
  'language_vocabulary_and_expression',
  'language_grammar_and_structure',
  'language_fluency_and_pace',
  'language_comprehension',
] as const

const OMITTABLE = ['summary', 'scores', 'email', 'first', 'last', 'team'] as const

const voice = z
  .string()
  .regex(/^\S+ \d+ \d+$/, 'a voice is "<espeak-ng voice> <words per minute> <pitch>"')
  .transform((text) => {
    const [name = '', rate, pitch] = text.split(' ')
    return { name, rate: Number(rate), pitch: Number(pitch) }
  })

const scores = z
  .string()
  .regex(/^(none|[1-5-]( [1-5-]){6})$/, 'scores are seven integers 1..5 or "-", or the word none')
  .transform((text) => {
    if (text === 'none') return null
    const given = text.split(' ').map((score) => (score === '-' ? null : Number(score)))
    return Object.fromEntries(SCORES.map((name, index) => [name, given[index] ?? null]))
  })

const omitted = z
  .string()
  .transform((text) => text.split(/\s+/))
  .pipe(z.array(z.enum(OMITTABLE)))

const none = z
  .literal('none')
  .optional()
  .transform((given) => given === undefined)

const header = z.strictObject({
  id: z.guid(),
  flow: z.string().regex(/^[0-9a-f]{8}$/, 'a flow id is 8 hex digits'),
  status: z.enum(['completed', 'incomplete']),
  data: none,
  mapping: none,
  transcript: none,
  first: z.string().nullable().default(null),
  last: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  omit: omitted.default([]),
  scores: scores.nullable().default(null),
  summary: z.string().nullable().default(null),
  recording: z.enum(['audio', 'video', 'revoked', 'none']).default('none'),
  video: z.literal('pending').optional(),
  format: z.enum(['mp3', 'wav']).default('mp3'),
  voice: voice.optional(),
  'agent-voice': voice.optional(),
})

export type Header = z.infer<typeof header>
export type Voice = z.infer<typeof voice>

type Field = { value: string; line: number }

/** The lines above `===`; lines that begin with `|` are the text of the summary. */
export function parseHeader(file: string, lines: readonly string[]): Header {
  const fields = readFields(file, lines)
  const parsed = header.safeParse(Object.fromEntries([...fields].map(([key, { value }]) => [key, value])))
  if (parsed.success) return parsed.data

  const [issue] = parsed.error.issues
  const key = String(issue?.path[0] ?? '')
  throw new Slip(file, fields.get(key)?.line ?? 1, `${key ? `${key}: ` : ''}${issue?.message}`)
}

function readFields(file: string, lines: readonly string[]): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const [index, text] of lines.entries()) {
    const key = /^([a-z-]+):/.exec(text)?.[1]
    const summary = fields.get('summary')
    if (key && !fields.has(key)) fields.set(key, { value: text.slice(key.length + 1).trim(), line: index + 1 })
    else if (text.startsWith('|') && summary) summary.value += (summary.value && '\n') + text.slice(2)
    else if (text.trim() !== '') throw new Slip(file, index + 1, `expected one new "key: value", found "${text}"`)
  }
  return fields
}
