import { z } from 'zod'
import type { Candidate, InterviewState } from '../interviews/interview'
import { generalScore, NO_SCORES, type Scores } from '../assessment/scores'
import type { Question, Segment } from '../transcript/transcript'
import { legible } from '../text/legible'
import { speechSeconds } from '../transcript/speech'
import { WordWriter, type CompactWords } from '../transcript/words'
import { reshapeQuestion, wireQuestions } from './question'
import { jsonOfReply } from './read-json'
import { reshapeScores, wireScores } from './scores'
import { reshapeUtterance, utterancesOfPlainText, wireTranscript, withinLength, type Utterance } from './transcript'
import { excessOf } from './excess'
import { candidateEmail } from './candidate-email'
import { TEXT_LIMITS } from './limits'
import { id, optionalId, optionalTextUpTo, optionalWhole, text } from './wire'

/** What Ribbon knows of an interview, in the domain's words. `talk` and `duration` are seconds, null where no word has a time. */
export type RibbonInterview = {
  id: string
  flowId: string | null
  teamId: string | null
  state: InterviewState
  candidate: Candidate
  summary: string | null
  scores: Scores
  generalScore: number | null
  duration: number | null
  talk: number | null
  segments: Segment[]
  words: CompactWords
  questions: Question[]
  recordings: { audio: string | null; video: string | null }
}

/** `id` is the interview's; `reply` is Ribbon's JSON that it was read from: as it arrived, where it did, which is smaller than parsed. */
export type ReceivedInterview = { id: string; interview: RibbonInterview; reply: unknown }

const interviewData = z.object({
  transcript: text.catch(''),
  transcript_with_timestamp: wireTranscript,
  questions_to_transcript_mapping: wireQuestions,
  audio_url: optionalWhole(TEXT_LIMITS.url),
  video_url: optionalWhole(TEXT_LIMITS.url),
  summary: optionalTextUpTo(TEXT_LIMITS.summary),
  scores: wireScores,
  interviewee_email_address: optionalWhole(TEXT_LIMITS.email),
  interviewee_first_name: optionalTextUpTo(TEXT_LIMITS.name),
  interviewee_last_name: optionalTextUpTo(TEXT_LIMITS.name),
})

type WireData = z.output<typeof interviewData>

/** Reads every version of Ribbon's reply from July 2025 on: only the id is indispensable. */
export const ribbonInterview = z
  .object({
    interview_id: id,
    interview_flow_id: optionalId,
    team_id: optionalId,
    status: z.enum(['completed', 'incomplete']).catch('incomplete'),
    interview_data: interviewData.nullable().catch(null),
  })
  .transform((wire): RibbonInterview => ({
    id: wire.interview_id,
    flowId: wire.interview_flow_id,
    teamId: wire.team_id,
    state: stateOf(wire.status, wire.interview_data),
    ...reshapeData(wire.interview_data ?? NO_DATA),
  }))

const NO_DATA = interviewData.parse({})

function stateOf(status: 'completed' | 'incomplete', data: WireData | null): InterviewState {
  if (data === null) return 'not_taken'
  return status === 'completed' ? 'ready' : 'processing'
}

function reshapeData(wire: WireData) {
  const scores = wire.scores ? reshapeScores(wire.scores) : NO_SCORES
  return {
    candidate: candidateOf(wire),
    summary: wire.summary,
    scores,
    generalScore: generalScore(scores),
    recordings: { audio: wire.audio_url, video: wire.video_url },
    ...reshapeTranscript(wire),
  }
}

function reshapeTranscript(wire: WireData) {
  const writer = new WordWriter()
  const timed = wire.transcript_with_timestamp.map((utterance) => reshapeUtterance(utterance, writer))
  const sent = timed.length > 0 ? timed : utterancesOfPlainText(wire.transcript)
  const utterances = withinLength(sent)
  const segments = utterances.map((utterance) => utterance.segment)
  const counts = { sent: sent.length, kept: segments.length }
  return {
    segments,
    words: utterances.map(({ words }) => words),
    questions: wire.questions_to_transcript_mapping.map((question) => reshapeQuestion(question, counts)),
    ...timing(sent),
  }
}

function timing(utterances: Utterance[]): Pick<RibbonInterview, 'duration' | 'talk'> {
  const timed = utterances.filter(({ spans }) => spans.length > 0)
  if (timed.length === 0) return { duration: null, talk: null }
  const said = timed.filter(({ segment }) => segment.speaker === 'candidate')
  return {
    duration: timed.reduce((last, { segment }) => Math.max(last, segment.end ?? 0), 0),
    talk: speechSeconds(said.flatMap(({ spans }) => spans)),
  }
}

function candidateOf(wire: WireData): Candidate {
  const names = [wire.interviewee_first_name, wire.interviewee_last_name].map((name) => legible(name))
  const email = candidateEmail(wire.interviewee_email_address)
  return { name: names.filter((name) => name !== null).join(' ') || null, email }
}

/** The same with the reply itself; refuses one that has more of anything than any interview should. */
export const receivedInterview = z.unknown().transform((reply, context): ReceivedInterview => {
  const reason = excessOf(reply)
  if (reason) {
    context.addIssue({ code: 'custom', params: { reason } })
    return z.NEVER
  }
  const read = ribbonInterview.safeParse(reply)
  if (read.success) return { id: read.data.id, interview: read.data, reply: jsonOfReply(reply) ?? reply }
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})
