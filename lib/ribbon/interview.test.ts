import { expect, test } from 'vitest'
import { wordsOf } from '../transcript/words'
import { ribbonInterview } from './interview'
import { completedInterview, segment } from './testing/replies'

type Wire = ReturnType<typeof completedInterview>
type Data = Partial<Record<keyof Wire['interview_data'], unknown>>

function reshape(change: Partial<Record<keyof Wire, unknown>> = {}, data: Data = {}) {
  const wire = completedInterview()
  return ribbonInterview.parse({ ...wire, interview_data: { ...wire.interview_data, ...data }, ...change })
}

test('a finished interview becomes one of the domain', () => {
  const { segments, words, ...rest } = reshape()
  expect(rest).toEqual({
    id: 'e48f2a8f-e235-4e4c-b5f9-b2114d684bdc',
    flowId: 'f6298c77',
    teamId: 'team-1',
    state: 'ready',
    candidate: { name: 'Jane Doe', email: 'jane@example.com' },
    summary: 'Jane ran a night shift.',
    scores: {
      communication: 4,
      motivation: 5,
      skills: null,
      vocabulary: 3,
      grammar: 4,
      fluency: 5,
      comprehension: null,
    },
    generalScore: 4.5,
    duration: 12.4,
    talk: expect.closeTo(3.3, 9),
    questions: [{ text: 'What is your experience?', segments: [2, 3], start: 1.9, end: 12.4 }],
    recordings: { audio: 'https://cdn.example.com/recording.wav', video: null },
  })
  expect(segments.map(({ speaker, start }) => [speaker, start])).toEqual([
    ['agent', 1.261105224609375],
    ['candidate', 2],
    ['agent', 1.9],
    ['candidate', 10],
  ])
  expect(wordsOf(words[3])).toEqual([
    { from: 0, to: 1, start: 10, end: 10.4 },
    { from: 2, to: 5, start: 10.5, end: 10.9 },
    { from: 6, to: 9, start: 11, end: 11.4 },
    { from: 10, to: 15, start: 11.5, end: 11.9 },
    { from: 16, to: 22, start: 12, end: 12.4 },
  ])
})

test.each([
  ['\u200B \u200B', '\u00A0', null],
  ['\u3164', '\u2800', null],
  [' ', 'Doe', 'Doe'],
  ['\u202Eevil', 'Smith', 'evil Smith'],
  ['\u2067מיכל', 'כהן\u2069', 'מיכל כהן'],
])('of the names %j and %j what can be seen is %j, which turns nothing round', (first, last, name) => {
  const names = { interviewee_first_name: first, interviewee_last_name: last, interviewee_email_address: '\u202Ea@b.c' }
  expect(reshape({}, names).candidate).toEqual({ name, email: 'a@b.c' })
})

test('the state is ready with data and completed, processing with data alone, not taken without', () => {
  expect(reshape().state).toBe('ready')
  expect(reshape({ status: 'incomplete' }).state).toBe('processing')
  expect(reshape({ status: 'a status of tomorrow' }).state).toBe('processing')
  expect(reshape({ status: undefined }).state).toBe('processing')
  expect(reshape({ interview_data: null }).state).toBe('not_taken')
  expect(reshape({ interview_data: undefined }).state).toBe('not_taken')
})

test('an interview that was not taken has nothing but its ids', () => {
  expect(reshape({ interview_data: null, team_id: undefined })).toMatchObject({
    teamId: null,
    candidate: { name: null, email: null },
    generalScore: null,
    duration: null,
    talk: null,
    segments: [],
    questions: [],
    recordings: { audio: null, video: null },
  })
})

test('a reply of July 2025, without summary, scores and names, is read', () => {
  const { transcript, transcript_with_timestamp, questions_to_transcript_mapping } = completedInterview().interview_data
  const old = reshape({ interview_data: { transcript, transcript_with_timestamp, questions_to_transcript_mapping } })
  expect(old).toMatchObject({ state: 'ready', summary: null, generalScore: null, candidate: { name: null } })
  expect(old.segments).toHaveLength(4)
})

test('wrong types cost the part, not the interview', () => {
  const odd = reshape(
    { interview_flow_id: 7, team_id: '' },
    { scores: 'none', summary: ['x'], audio_url: 4, transcript_with_timestamp: [null, segment('user', 1, 'Yes.')] },
  )
  expect(odd).toMatchObject({ flowId: null, teamId: null, summary: null, generalScore: null })
  expect(odd.segments).toEqual([
    { speaker: 'other', text: '', start: null, end: null },
    { speaker: 'candidate', text: 'Yes.', start: 1, end: 1.4 },
  ])
})

test('only an interview without a usable id is unreadable', () => {
  for (const id of ['', undefined, null, 7, '\0', 'x'.repeat(256)]) {
    expect(ribbonInterview.safeParse({ ...completedInterview(), interview_id: id }).success).toBe(false)
  }
  expect(ribbonInterview.parse({ interview_id: 'x' }).id).toBe('x')
})

test('scores are numbers from 0 to 5; anything else is missing', () => {
  const scores = { communication: 0, motivation: 6, skills: 3.5, language_comprehension: '4', extra: 1 }
  expect(reshape({}, { scores })).toMatchObject({
    scores: { communication: 0, motivation: null, skills: 3.5, comprehension: null, vocabulary: null },
    generalScore: 1.75,
  })
})

test('question indices that name no segment are dropped, and an end before the start is the start', () => {
  const mapping = [
    { script_question: 'Q', transcript_item_indices: [3, -1, 4, 1.5, '2', 3, 0], start_timestamp: 9, end_timestamp: 2 },
    'nonsense',
  ]
  expect(reshape({}, { questions_to_transcript_mapping: mapping }).questions).toEqual([
    { text: 'Q', segments: [3, 0], start: 9, end: 9 },
    { text: '', segments: [], start: null, end: null },
  ])
})

test('without timed segments the plain transcript is read, its lines in order', () => {
  const plain = 'Agent: Hi,\nare you there?\nUser: Yes.\nAgent: \n'
  const { segments, words, duration, talk } = reshape({}, { transcript: plain, transcript_with_timestamp: [] })
  expect(segments.map(({ speaker, text, start }) => [speaker, text, start])).toEqual([
    ['agent', 'Hi,\nare you there?', null],
    ['candidate', 'Yes.', null],
    ['agent', '', null],
  ])
  expect(words).toHaveLength(3)
  expect([duration, talk]).toEqual([null, null])
})

test('a candidate who says nothing has talked for 0 seconds', () => {
  expect(reshape({}, { transcript_with_timestamp: [segment('agent', 0, 'Hello?')] }).talk).toBe(0)
})

test('nothing that Postgres refuses is left in any text', () => {
  const hostile = reshape({}, { summary: 'a\0b\ud800c', transcript_with_timestamp: [segment('user', 0, '\0Hi\udc00')] })
  expect(hostile.summary).toBe('ab\ufffdc')
  expect(hostile.segments[0]?.text).toBe('Hi\ufffd')
})

test('a question without times is a question, and only has none', () => {
  const mapping = [{ script_question: 'Why?', transcript_item_indices: [0] }]
  expect(reshape({}, { questions_to_transcript_mapping: mapping }).questions).toEqual([
    { text: 'Why?', segments: [0], start: null, end: null },
  ])
})
