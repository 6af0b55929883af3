import { expect, test } from 'vitest'
import { parseScreenplay } from './screenplay'

const HEADER = [
  'id: 4f0c7a52-8d1e-4b7e-9a53-0d6a1f2b3c4d',
  'flow: 3fa21c07',
  'status: completed',
  'first: Jane',
  'scores: 4 5 3 4 - 5 5',
  'recording: audio',
  'voice: en-us+f3 170 60',
  'agent-voice: en-us+m3 165 40',
]

function parse(header: readonly string[], body: readonly string[]) {
  return parseScreenplay('jane.txt', [...header, '===', ...body].join('\n'))
}

test('the header says who is interviewed and what is kept of it', () => {
  const screenplay = parse(
    [...HEADER, 'summary:', '| Calm.', '|', '| ## Strengths', 'omit: email team'],
    ['[-] C: Hi.'],
  )

  expect(screenplay).toMatchObject({
    id: '4f0c7a52-8d1e-4b7e-9a53-0d6a1f2b3c4d',
    first: 'Jane',
    last: null,
    recording: 'audio',
    omit: ['email', 'team'],
    summary: 'Calm.\n\n## Strengths',
  })
  expect(screenplay.scores).toMatchObject({
    communication: 4,
    language_grammar_and_structure: null,
    language_comprehension: 5,
  })
})

test('an utterance knows its question, its speaker, its voice and when it begins', () => {
  const { utterances } = parse(HEADER, [
    '[-] A: Hi Jane.',
    '[2] C @-0.7: Yes: hello.',
    '[2] A <-0.3: Go on.',
    '[1] C ~4.0: Hm.',
  ])

  expect(utterances.map(({ question, role, cue, text }) => ({ question, role, cue, text }))).toEqual([
    { question: null, role: 'agent', cue: { kind: 'natural' }, text: 'Hi Jane.' },
    { question: 2, role: 'user', cue: { kind: 'before end', seconds: 0.7 }, text: 'Yes: hello.' },
    { question: 2, role: 'agent', cue: { kind: 'before start', seconds: 0.3 }, text: 'Go on.' },
    { question: 1, role: 'user', cue: { kind: 'after end', seconds: 4 }, text: 'Hm.' },
  ])
  expect(utterances[1]?.voice).toEqual({ name: 'en-us+f3', rate: 170, pitch: 60 })
})

test('an interview that was not taken needs no talk', () => {
  const screenplay = parseScreenplay('jane.txt', `${HEADER.slice(0, 4).join('\n')}\ndata: none\n`)
  expect(screenplay).toMatchObject({ data: false, utterances: [] })
})

test.each([
  [
    'a flow id that is not 8 hex digits',
    HEADER.with(1, 'flow: produce'),
    ['[-] C: Hi.'],
    'jane.txt:2: flow: a flow id',
  ],
  ['a score above five', HEADER.with(4, 'scores: 4 5 3 4 6 5 5'), ['[-] C: Hi.'], 'jane.txt:5: scores: '],
  ['an unknown key', [...HEADER, 'mood: sunny'], ['[-] C: Hi.'], 'jane.txt:1: Unrecognized key: "mood"'],
  ['the same key twice', [...HEADER, 'first: Joan'], ['[-] C: Hi.'], 'jane.txt:9: expected one new "key: value"'],
  ['a line that is no utterance', HEADER, ['[-] C: Hi.', 'C: Hi.'], 'jane.txt:11: expected "[question] A or C'],
  ['a timing that points the wrong way', HEADER, ['[-] C @0.7: Hi.'], 'jane.txt:10: a timing is'],
  ['a speaker without a voice', HEADER.slice(0, 7), ['[-] A: Hi.'], 'jane.txt:9: the header says no "agent-voice:"'],
  ['a talk in which nobody speaks', HEADER, [], 'nobody speaks'],
])('%s is reported with its file and line', (_, header, body, complaint) => {
  expect(() => parse(header, body)).toThrow(complaint)
})
