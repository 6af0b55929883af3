import * as fc from 'fast-check'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '\ud800', '\udc00a', 'Agent: ', ' '))
const anyTime = fc.oneof(fc.double(), fc.double({ min: 0, max: 4_000, noNaN: true }), fc.constantFrom(-0, -1, 1e300))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)

const word = fc.record({ word: anyText, start: anyTime, end: anyTime })
const role = fc.oneof(fc.constantFrom('agent', 'user'), anyText)

const utterance = fc.oneof(
  fc.record({ content: anyText, role, words: fc.array(word, { maxLength: 6 }) }),
  fc
    .record({ role, words: fc.array(word, { maxLength: 6 }) })
    .map((said) => ({ ...said, content: said.words.map((token) => token.word).join('') })),
)

const mapping = fc.record({
  script_question: anyText,
  transcript_item_indices: fc.array(fc.oneof(fc.integer(), fc.nat(6))),
  start_timestamp: anyTime,
  end_timestamp: anyTime,
  transcript_items: fc.array(fc.record({ content: anyText, role }), { maxLength: 2 }),
})

const score = orNull(fc.integer())
const scores = fc.record(
  {
    communication: score,
    motivation: score,
    skills: score,
    language_vocabulary_and_expression: score,
    language_grammar_and_structure: score,
    language_fluency_and_pace: score,
    language_comprehension: score,
  },
  { requiredKeys: [] },
)

const interviewData = fc.record(
  {
    transcript: anyText,
    transcript_with_timestamp: fc.array(utterance, { maxLength: 5 }),
    questions_to_transcript_mapping: fc.array(mapping, { maxLength: 4 }),
    audio_url: orNull(anyText),
    video_url: orNull(anyText),
    summary: orNull(anyText),
    scores: orNull(scores),
    interviewee_email_address: orNull(anyText),
    interviewee_first_name: orNull(anyText),
    interviewee_last_name: orNull(anyText),
    tomorrow: fc.anything(),
  },
  { requiredKeys: ['transcript', 'transcript_with_timestamp', 'questions_to_transcript_mapping'] },
)

/** Valid by Ribbon's description of its API, and as odd as that allows. */
export const validInterview = fc.record({
  interview_id: fc.string({ minLength: 1, maxLength: 40 }),
  interview_flow_id: anyText,
  team_id: anyText,
  status: fc.constantFrom('completed', 'incomplete'),
  interview_data: orNull(interviewData),
})

/** A valid interview in which one place, at any depth, holds anything at all or is missing. */
export const brokenInterview = fc
  .tuple(validInterview, fc.array(fc.nat(12), { maxLength: 6 }), orNull(fc.anything()))
  .map(([interview, path, instead]) => broken(interview, path, instead))

function broken(value: unknown, [step, ...path]: number[], instead: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return instead
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return instead

  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === key ? broken(inner, path, instead) : inner,
  ])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
