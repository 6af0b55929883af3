import type { ReactNode } from 'react'
import { SCORE_NAMES, type InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/sort'
import { formatDuration } from '../duration'
import { ScoreMeter } from '../score-meter'
import { TimeAgo } from '../time-ago'
import { candidateLabel } from './candidate-label'
import { candidatePath } from './candidate-path'
import { StateLabel } from './state-label'

type Drawn = { row: InterviewRow; search: string; now: number; columns: SortKey[] }

/** What stands in a column of an interview's row; a missing value is –. */
export const CELLS: Record<SortKey, (drawn: Drawn) => ReactNode> = {
  candidate: CandidateCell,
  email: ({ row }) => row.candidate.email ?? '–',
  flow: ({ row }) => row.flow.title ?? 'Flow no longer in Ribbon',
  team: ({ row }) => row.team.name ?? '–',
  state: ({ row }) => <StateLabel state={row.state} />,
  score: ({ row }) => <ScoreMeter score={row.generalScore} />,
  ...(Object.fromEntries(
    SCORE_NAMES.map((name) => [name, ({ row }: Drawn) => row.scores[name]?.toFixed(1) ?? '–']),
  ) as Record<(typeof SCORE_NAMES)[number], (drawn: Drawn) => ReactNode>),
  talk: ({ row }) => formatDuration(row.talk),
  duration: ({ row }) => formatDuration(row.duration),
  recording: ({ row }) => (row.hasVideo ? 'Video' : row.hasAudio ? 'Audio' : '–'),
  seen: ({ row, now }) => <TimeAgo at={row.firstSeenAt} now={now} />,
}

/** The link covers the whole row; the list makes it one without a reload. */
function CandidateCell({ row, search, columns }: Drawn) {
  const { candidate } = row
  const label = candidateLabel(candidate)
  return (
    <>
      <a href={candidatePath(row.id, search)} dir="auto" title={label} data-unnamed={candidate.name ? undefined : ''}>
        {label}
      </a>
      {candidate.name && candidate.email && !columns.includes('email') && (
        <span title={candidate.email}>{candidate.email}</span>
      )}
    </>
  )
}
