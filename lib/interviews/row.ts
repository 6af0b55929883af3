import 'server-only'
import { flows, interviews, teams } from '../db/schema/interviews'
import type { InterviewRow } from './interview'

/** What a list shows of an interview, joined with its flow and team. */
export const rowColumns = {
  id: interviews.id,
  candidateName: interviews.candidateName,
  candidateEmail: interviews.candidateEmail,
  flowId: interviews.flowId,
  flowTitle: flows.title,
  teamId: interviews.teamId,
  teamName: teams.name,
  state: interviews.state,
  scores: interviews.scores,
  generalScore: interviews.generalScore,
  duration: interviews.duration,
  talk: interviews.talk,
  hasAudio: interviews.hasAudio,
  hasVideo: interviews.hasVideo,
  firstSeenAt: interviews.firstSeenAt,
}

type StoredRow = Omit<InterviewRow, 'candidate' | 'flow' | 'team'> & {
  candidateName: string | null
  candidateEmail: string | null
  flowId: string | null
  flowTitle: string | null
  teamId: string | null
  teamName: string | null
}

export function toRow(row: StoredRow): InterviewRow {
  const { id, state, scores, generalScore, duration, talk, hasAudio, hasVideo } = row
  return {
    id,
    candidate: { name: row.candidateName, email: row.candidateEmail },
    flow: { id: row.flowId, title: row.flowTitle },
    team: { id: row.teamId, name: row.teamName },
    state,
    scores,
    generalScore,
    duration,
    talk,
    hasAudio,
    hasVideo,
    firstSeenAt: new Date(row.firstSeenAt).toISOString(),
  }
}
