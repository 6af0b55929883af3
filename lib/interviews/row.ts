import 'server-only'
import type { Scores } from '../assessment/scores'
import type { InterviewRow } from './interview'
import { seen, titles } from './seen'

/** What a list shows of an interview. */
export const rowColumns = {
  id: seen.id,
  candidateName: seen.candidateName,
  candidateEmail: seen.candidateEmail,
  flowId: seen.flowId,
  flowTitle: titles.flowTitle,
  teamId: seen.teamId,
  teamName: titles.teamName,
  state: seen.state,
  scores: seen.scores,
  generalScore: seen.generalScore,
  isRevealed: seen.isRevealed,
  duration: seen.duration,
  talk: seen.talk,
  hasAudio: seen.hasAudio,
  hasVideo: seen.hasVideo,
  firstSeenAt: seen.firstSeenAt,
}

type StoredRow = Omit<InterviewRow, 'candidate' | 'flow' | 'team' | 'assessment'> & {
  scores: Scores
  generalScore: number | null
  isRevealed: boolean
  candidateName: string | null
  candidateEmail: string | null
  flowId: string | null
  flowTitle: string | null
  teamId: string | null
  teamName: string | null
}

export function toRow(row: StoredRow): InterviewRow {
  const { id, state, scores, generalScore, isRevealed, duration, talk, hasAudio, hasVideo } = row
  return {
    id,
    candidate: { name: row.candidateName, email: row.candidateEmail },
    flow: { id: row.flowId, title: row.flowTitle },
    team: { id: row.teamId, name: row.teamName },
    state,
    assessment: isRevealed ? { is: 'shown', scores, generalScore } : { is: 'hidden', until: 'my_vote' },
    duration,
    talk,
    hasAudio,
    hasVideo,
    firstSeenAt: new Date(row.firstSeenAt).toISOString(),
  }
}
