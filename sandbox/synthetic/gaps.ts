import type { InterviewData, Scores } from '../wire'
import type { Random } from './random'

/** The same interview without what real ones lack now and then. */
export function withGaps(random: Random, data: InterviewData): InterviewData {
  const named = !random.chance(0.03)
  return {
    ...data,
    audio_url: random.chance(0.03) ? null : data.audio_url,
    summary: random.chance(0.04) ? null : data.summary,
    scores: random.chance(0.06) ? null : withoutSome(random, data.scores ?? {}),
    interviewee_email_address: random.chance(0.08) ? null : data.interviewee_email_address,
    interviewee_first_name: named ? data.interviewee_first_name : null,
    interviewee_last_name: named ? data.interviewee_last_name : null,
  }
}

function withoutSome(random: Random, scores: Scores): Scores {
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, random.chance(0.05) ? null : score]))
}
