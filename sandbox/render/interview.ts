import { createHash } from 'node:crypto'
import type { Flow } from './flows'
import type { Screenplay } from './screenplay'
import { Slip } from './slip'
import type { TimedWord } from './speech'
import type { Placed } from './timeline'
import { leadWithSpaces } from './tokens'

type Segment = { content: string; role: string; words: TimedWord[] }

const ONE_IN = 4

/** An interview as Ribbon's API answers it; a recording's address begins with `{origin}`, which the server fills in. */
export function wireInterview(screenplay: Screenplay, { wire }: Flow, placed: readonly Placed[]) {
  return {
    interview_flow_id: screenplay.flow,
    interview_id: screenplay.id,
    ...(screenplay.omit.includes('team') ? {} : { team_id: wire.team_id }),
    status: screenplay.status,
    interview_data: screenplay.data ? wireData(screenplay, wire.questions, placed) : null,
  }
}

function wireData(screenplay: Screenplay, questions: readonly string[], placed: readonly Placed[]) {
  const segments = screenplay.transcript ? wireSegments(screenplay, placed) : []
  return {
    transcript: segments.map(({ role, content }) => `${role === 'agent' ? 'Agent' : 'User'}: ${content}\n`).join(''),
    transcript_with_timestamp: segments,
    questions_to_transcript_mapping: screenplay.mapping ? mapQuestions(screenplay, questions, segments) : [],
    ...recordingUrls(screenplay),
    ...candidate(screenplay),
  }
}

function wireSegments({ id }: Screenplay, placed: readonly Placed[]): Segment[] {
  const leading = createHash('sha256').update(id).digest().readUInt8() % ONE_IN === 0
  return placed.map(({ role, words }) => {
    const written = words.map(({ word }) => word)
    const tokens = leading ? leadWithSpaces(written) : written
    return {
      content: tokens.join(''),
      role,
      words: words.map((said, at) => ({ ...said, word: tokens[at] ?? said.word })),
    }
  })
}

function mapQuestions({ utterances, file }: Screenplay, questions: readonly string[], segments: readonly Segment[]) {
  const stray = utterances.find(({ question }) => question !== null && !questions[question - 1])
  if (stray) throw new Slip(file, stray.line, `the flow has no question ${stray.question}`)

  return questions.flatMap((question, at) => {
    const indices = utterances.flatMap((utterance, index) => (utterance.question === at + 1 ? [index] : []))
    const items = indices.flatMap((index) => segments[index] ?? [])
    const words = items.flatMap((item) => item.words)
    if (items.length === 0) return []
    return {
      script_question: question,
      transcript_item_indices: indices,
      start_timestamp: words[0]?.start ?? 0,
      end_timestamp: words.at(-1)?.end ?? 0,
      transcript_items: items.map(({ content, role }) => ({ content, role })),
    }
  })
}

/** File names of an interview's recording; a video interview has an audio file too. */
export function recordingFiles({ id, recording, format }: Screenplay): { audio: string | null; video: string | null } {
  const kept = recording === 'audio' || recording === 'video'
  return { audio: kept ? `${id}.${format}` : null, video: recording === 'video' ? `${id}.webm` : null }
}

function recordingUrls(screenplay: Screenplay) {
  const { audio, video } = recordingFiles(screenplay)
  return { audio_url: audio && `{origin}/recordings/${audio}`, video_url: video && `{origin}/recordings/${video}` }
}

/** Keys in `omit` are left out altogether: older versions of the API did not have them. */
function candidate({ omit, summary, scores, email, first, last }: Screenplay) {
  return {
    ...(omit.includes('summary') ? {} : { summary }),
    ...(omit.includes('scores') ? {} : { scores }),
    ...(omit.includes('email') ? {} : { interviewee_email_address: email }),
    ...(omit.includes('first') ? {} : { interviewee_first_name: first }),
    ...(omit.includes('last') ? {} : { interviewee_last_name: last }),
  }
}
