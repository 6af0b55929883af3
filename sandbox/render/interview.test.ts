import { expect, test } from 'vitest'
import { recordingFiles, wireInterview } from './interview'
import { parseScreenplay } from './screenplay'
import type { Placed } from './timeline'

const ID = '4f0c7a52-8d1e-4b7e-9a53-0d6a1f2b3c4d'
const FLOW = {
  folder: 'produce-stocker',
  archived: false,
  wire: {
    interview_flow_id: '3fa21c07',
    team_id: 'team-1',
    language: 'en-US',
    questions: ['Eligible?', 'When?', 'Why?'],
  },
}
const BODY = ['[-] A: Hi Jane.', '[2] A: When?', '[2] C: May.', '[3] A: Why?', '[2] C: Or June.']

/** Each word lasts one second, each utterance begins where the one before it ended. */
function wire(header: readonly string[] = [], body: readonly string[] = BODY) {
  const lines = [`id: ${ID}`, 'flow: 3fa21c07', 'voice: a 1 1', 'agent-voice: b 1 1', ...header, '===', ...body]
  const screenplay = parseScreenplay('jane.txt', ['status: completed', ...lines].join('\n'))
  let at = 0
  const placed = screenplay.utterances.map((utterance): Placed => {
    const start = at
    const words = (utterance.text.match(/\S+\s*/g) ?? []).map((word) => ({ word, start: at++, end: at }))
    const speech = { sampleRate: 1, pcm: new Int16Array(), words }
    return { ...utterance, speech, words, audioStart: start, start, end: at }
  })
  return wireInterview(screenplay, FLOW, placed)
}

test('the transcript is told in lines and in segments whose words join to the content', () => {
  const data = wire().interview_data

  expect(data?.transcript).toBe('Agent: Hi Jane.\nAgent: When?\nUser: May.\nAgent: Why?\nUser: Or June.\n')
  for (const { content, words } of data?.transcript_with_timestamp ?? []) {
    expect(words.map(({ word }) => word).join('')).toBe(content)
  }
})

test('a question is mapped to its segments, wherever they are, from first word to last', () => {
  expect(wire().interview_data?.questions_to_transcript_mapping).toEqual([
    expect.objectContaining({
      script_question: 'When?',
      transcript_item_indices: [1, 2, 4],
      start_timestamp: 2,
      end_timestamp: 7,
      transcript_items: [
        { content: 'When?', role: 'agent' },
        { content: 'May.', role: 'user' },
        { content: 'Or June.', role: 'user' },
      ],
    }),
    expect.objectContaining({ script_question: 'Why?', transcript_item_indices: [3] }),
  ])
})

test('omitted keys are missing while unknown values are null', () => {
  const old = wire(['omit: summary scores email first last team'])
  expect(Object.keys(old)).toEqual(['interview_flow_id', 'interview_id', 'status', 'interview_data'])
  expect(Object.keys(old.interview_data ?? {})).toEqual([
    'transcript',
    'transcript_with_timestamp',
    'questions_to_transcript_mapping',
    'audio_url',
    'video_url',
  ])
  expect(wire().interview_data).toMatchObject({ summary: null, scores: null, interviewee_email_address: null })
})

test('an interview can lack its data, its mapping or its transcript', () => {
  expect(wire(['data: none']).interview_data).toBeNull()
  expect(wire(['mapping: none']).interview_data?.questions_to_transcript_mapping).toEqual([])
  expect(wire(['transcript: none']).interview_data).toMatchObject({ transcript: '', transcript_with_timestamp: [] })
})

test('only a kept recording has an address, and a video interview has two', () => {
  const screenplay = (recording: string) =>
    parseScreenplay('jane.txt', `id: ${ID}\nflow: 3fa21c07\nstatus: completed\ntranscript: none\n${recording}`)

  expect(recordingFiles(screenplay('recording: video'))).toEqual({ audio: `${ID}.mp3`, video: `${ID}.webm` })
  expect(recordingFiles(screenplay('recording: audio\nformat: wav'))).toEqual({ audio: `${ID}.wav`, video: null })
  expect(recordingFiles(screenplay('recording: revoked'))).toEqual({ audio: null, video: null })
  expect(wire(['recording: audio']).interview_data?.audio_url).toBe(`{origin}/recordings/${ID}.mp3`)
})

test('a question that the flow does not have is reported with its line', () => {
  expect(() => wire([], ['[4] A: Anything else?'])).toThrow('jane.txt:7: the flow has no question 4')
})
