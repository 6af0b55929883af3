import { mapQuestions } from './mapping'
import { writeInterviewData, writeVerdict } from './synthetic/interview-data'
import { Random } from './synthetic/random'
import { vocabularyOf } from './synthetic/vocabulary'
import type { Interview, InterviewData, InterviewFlow, Interviewee } from './wire'

const WORDS = 1_500

type Finish = { flow: InterviewFlow; invited: Interviewee | undefined; given: Partial<InterviewData> }

/** The interview as it is once it has taken place and Ribbon has processed it; `given` overrides what is generated. */
export function finishInterview(interview: Interview, { flow, invited, given }: Finish): Interview {
  const { interview_id: id, interview_data: before } = interview
  const data = before ? processed(before, flow, id) : writeInterviewData({ id, seed: id, flow, wordCount: WORDS })
  const audio_url = data.audio_url ?? `{origin}/recordings/synthetic/${id}.wav`
  return { ...interview, status: 'completed', interview_data: { ...data, audio_url, ...invited, ...given } }
}

/** Transcript and recording were there already; what processing adds is the mapping, the summary and the scores. */
function processed(data: InterviewData, { questions, language }: InterviewFlow, seed: string): InterviewData {
  const segments = data.transcript_with_timestamp
  const share = Math.max(1, Math.ceil(segments.length / Math.max(1, questions.length)))
  const questionOf = segments.map((_, at) => Math.floor(at / share))
  const verdict = writeVerdict(new Random(seed), vocabularyOf(language))
  return { ...data, ...verdict, questions_to_transcript_mapping: mapQuestions(questions, segments, questionOf) }
}

/** Scored anew, as Ribbon does without an event when a flow's criteria change; `given` overrides what is generated. */
export function rescoreInterview(
  interview: Interview,
  { language }: InterviewFlow,
  given: Partial<InterviewData>,
): Interview {
  const { interview_id: id, interview_data: data } = interview
  if (!data) return interview
  const verdict = writeVerdict(
    new Random(`${id} ${data.summary} ${JSON.stringify(data.scores)}`),
    vocabularyOf(language),
  )
  return { ...interview, interview_data: { ...data, ...verdict, ...given } }
}
