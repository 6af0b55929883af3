// Must hold 42: what is over a limit costs its item, or is cut with a mark, and never reaches a page as it came.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { receivedFlow } from './flow'
import { receivedInterview } from './interview'
import { ITEM_LIMITS, REPLY_LIMITS, TEXT_LIMITS } from './limits'
import { pageOf, readItem } from './page'
import { completedInterview, flow, segment } from './testing/replies'

const wire = completedInterview()
const withData = (data: object) => ({ ...wire, interview_data: { ...wire.interview_data, ...data } })
const lengthen = (most: number) => 'ü'.repeat(most + 1)
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)
const manyWords = times(ITEM_LIMITS.words / 2, { word: 'a ', start: 1, end: 2 })

async function reshaped(data: object) {
  const { items } = pageOf([withData(data)].map((value) => readItem(value, receivedInterview)))
  const interview = items[0]?.interview
  if (!interview) throw new Error('it was not read')
  return interview
}

test.each([
  ['too_many_segments', { transcript_with_timestamp: times(ITEM_LIMITS.segments + 1, segment('user', 0, 'a')) }],
  [
    'too_many_words',
    {
      transcript_with_timestamp: [
        ...times(2, { role: 'user', content: '', words: manyWords }),
        segment('user', 0, 'a'),
      ],
    },
  ],
  ['too_many_questions', { questions_to_transcript_mapping: times(ITEM_LIMITS.questions + 1, {}) }],
  [
    'too_many_questions',
    { questions_to_transcript_mapping: times(2, { transcript_item_indices: times(ITEM_LIMITS.segments, 0) }) },
  ],
])('an interview with %s costs itself alone, and says whose it is', async (reason, data) => {
  const { items, unreadable } = pageOf([wire, withData(data), wire].map((value) => readItem(value, receivedInterview)))
  expect(items).toHaveLength(2)
  expect(unreadable).toEqual([{ at: 1, id: wire.interview_id, reason }])
})

test('as many as the limits allow are read', async () => {
  const interview = await reshaped({
    transcript_with_timestamp: times(ITEM_LIMITS.segments, segment('user', 0, 'a')),
    questions_to_transcript_mapping: times(ITEM_LIMITS.questions, {}),
  })
  expect(interview.segments).toHaveLength(ITEM_LIMITS.segments)
  expect(interview.questions).toHaveLength(ITEM_LIMITS.questions)
})

test('a text that is too long is cut with a mark, an address that is too long is none', async () => {
  const interview = await reshaped({
    summary: lengthen(TEXT_LIMITS.summary),
    interviewee_first_name: lengthen(10_000_000),
    interviewee_last_name: null,
    interviewee_email_address: lengthen(TEXT_LIMITS.email),
    audio_url: `https://example.com/${lengthen(TEXT_LIMITS.url)}`,
    transcript_with_timestamp: [{ role: 'user', content: lengthen(TEXT_LIMITS.segment), words: [] }],
    questions_to_transcript_mapping: [
      { ...wire.interview_data.questions_to_transcript_mapping[0], script_question: lengthen(TEXT_LIMITS.question) },
    ],
  })
  const { summary, candidate, segments, questions, recordings } = interview
  const cut = [
    [summary, TEXT_LIMITS.summary],
    [candidate.name, TEXT_LIMITS.name],
    [segments[0]?.text, TEXT_LIMITS.segment],
    [questions[0]?.text, TEXT_LIMITS.question],
  ] as const
  for (const [text, most] of cut) expect([text?.length, text?.at(-1)]).toEqual([most, '…'])
  expect([candidate.email, recordings.audio]).toEqual([null, null])
})

test('one word of four million characters costs the words around it neither place nor time', async () => {
  const words = [
    { word: 'Hi ', start: 1, end: 2 },
    { word: lengthen(4_000_000), start: 2, end: 3 },
  ]
  const { segments, words: timed } = await reshaped({
    transcript_with_timestamp: [{ role: 'user', content: '', words }],
  })
  expect(segments[0]).toMatchObject({ start: 1, end: 3 })
  expect(segments[0]?.text.length).toBeLessThan(1_000)
  expect(timed[0]?.split(' ')[0]).toBe('0.2.rs.rs')
})

test('a plain transcript of a million turns is cut with a mark', async () => {
  const { segments } = await reshaped({ transcript: 'User: a\n'.repeat(900_000), transcript_with_timestamp: [] })
  expect(segments).toHaveLength(ITEM_LIMITS.segments)
  expect(segments.at(-1)?.text).toBe('…')
})

test.each([
  ['with times', { transcript_with_timestamp: times(9, { role: 'user', content: 'あ'.repeat(99_000), words: [] }) }],
  ['plain', { transcript: `User: ${'あ'.repeat(99_000)}\n`.repeat(9), transcript_with_timestamp: [] }],
])('a transcript %s of more than anybody says is kept up to a whole segment, and ends with a mark', async (_, data) => {
  const { segments, words: timed } = await reshaped(data)
  expect(segments.map(({ text }) => text.length)).toEqual([...times(5, 99_000), 1])
  expect(segments.at(-1)?.text).toBe('…')
  expect(timed).toHaveLength(6)
})

test('a question that was answered in what is cut of a transcript was asked: it is at the mark', async () => {
  const { segments, questions } = await reshaped({
    transcript_with_timestamp: times(9, { role: 'user', content: 'あ'.repeat(99_000), words: [] }),
    questions_to_transcript_mapping: [
      { script_question: 'Why?', transcript_item_indices: [4, 6, 8] },
      { script_question: 'When?', transcript_item_indices: [8, 9] },
    ],
  })
  expect(questions.map((question) => question.segments)).toEqual([[4, 5], [5]])
  expect(segments[5]?.text).toBe('…')
})

test('an interview is as long as all that was said in it, whatever of that is kept', async () => {
  const silent = { role: 'user', content: 'あ'.repeat(99_000), words: [] }
  const late = { role: 'user', content: 'Bye.', words: [{ word: 'Bye.', start: 4_000, end: 4_001 }] }
  const interview = await reshaped({ transcript_with_timestamp: [...times(9, silent), late] })
  expect(interview).toMatchObject({ duration: 4_001, talk: 1 })
})

test('no cut leaves half a character', async () => {
  const { candidate } = await reshaped({ interviewee_first_name: `a${'😀'.repeat(200)}`, interviewee_last_name: null })
  expect(candidate.name?.isWellFormed()).toBe(true)
  expect(candidate.name).toMatch(/😀…$/u)
})

test('a flow has no more questions, and none longer, than a page can show', () => {
  const questions = times(TEXT_LIMITS.flowQuestions + 1, lengthen(TEXT_LIMITS.question))
  const read = receivedFlow.parse({ ...flow(), title: lengthen(TEXT_LIMITS.title), questions })
  expect(read.flow.title).toHaveLength(TEXT_LIMITS.title)
  expect(read.flow.questions).toHaveLength(TEXT_LIMITS.flowQuestions)
  expect(read.flow.questions[0]).toHaveLength(TEXT_LIMITS.question)
})

test('docs/limits.md states the limits as they are', () => {
  const text = readFileSync('docs/limits.md', 'utf8')
  const stated = (value: number) => expect(text).toContain(` ${value.toLocaleString('en-US')} |`)
  const { bytes: itemBytes, ...items } = ITEM_LIMITS
  for (const bytes of [REPLY_LIMITS.bytes, itemBytes]) expect(text).toContain(` ${bytes / 1024 / 1024} MiB |`)
  for (const value of [REPLY_LIMITS.items, ...Object.values(items), ...Object.values(TEXT_LIMITS)]) stated(value)
})
