import 'server-only'
import type { Scores } from '../assessment/scores'
import type { Author } from '../members/member'
import type { InterviewRow } from './interview'
import { seen, titles } from './seen'
import type { StatusSet } from './status'
import type { RowVotes, Vote, VoteCounts } from './vote'

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
  showsAssessment: seen.showsAssessment,
  voteCounts: titles.voteCounts,
  myVote: seen.myVote,
  duration: seen.duration,
  talk: seen.talk,
  hasAudio: seen.hasAudio,
  hasVideo: seen.hasVideo,
  progress: seen.progress,
  noteCount: titles.noteCount,
  status: seen.status,
  statusVersion: seen.statusVersion,
  statusSetter: titles.statusSetter,
  statusAt: seen.statusAt,
  ribbonStatus: titles.ribbonStatus,
  invalid: titles.invalid,
  firstSeenAt: seen.firstSeenAt,
}

type Told = 'candidate' | 'flow' | 'team' | 'assessment' | 'votes' | 'noteCount' | 'statusSet'
type StoredRow = Omit<InterviewRow, Told> & {
  scores: Scores
  generalScore: number | null
  showsAssessment: boolean
  voteCounts: VoteCounts | null
  myVote: Vote | null
  noteCount: number
  candidateName: string | null
  candidateEmail: string | null
  flowId: string | null
  flowTitle: string | null
  teamId: string | null
  teamName: string | null
  statusVersion: string | null
  statusSetter: Author | null
  statusAt: string | null
}

export function toRow(row: StoredRow): InterviewRow {
  const { id, state, scores, generalScore, duration, talk, hasAudio, hasVideo } = row
  const { progress, noteCount, status, ribbonStatus, invalid } = row
  return {
    id,
    candidate: { name: row.candidateName, email: row.candidateEmail },
    flow: { id: row.flowId, title: row.flowTitle },
    team: { id: row.teamId, name: row.teamName },
    state,
    assessment: row.showsAssessment ? { is: 'shown', scores, generalScore } : { is: 'hidden', until: 'my_vote' },
    votes: rowVotesOf(row),
    duration,
    talk,
    hasAudio,
    hasVideo,
    progress,
    noteCount: row.voteCounts ? noteCount : { is: 'hidden', until: 'my_vote', mine: noteCount },
    status,
    statusSet: statusSetOf(row),
    ribbonStatus,
    invalid,
    firstSeenAt: new Date(row.firstSeenAt).toISOString(),
  }
}

export function rowVotesOf({ voteCounts: counts, myVote: mine }: Pick<StoredRow, 'voteCounts' | 'myVote'>): RowVotes {
  return counts ? { is: 'shown', counts, mine } : { is: 'hidden', until: 'my_vote', mine }
}

/** Null where nobody has set one. */
export function statusSetOf({
  statusSetter,
  statusAt,
  statusVersion,
}: Pick<StoredRow, 'statusSetter' | 'statusAt' | 'statusVersion'>): StatusSet | null {
  if (statusSetter === null || statusAt === null || statusVersion === null) return null
  return { by: statusSetter, at: new Date(statusAt).toISOString(), version: statusVersion }
}
