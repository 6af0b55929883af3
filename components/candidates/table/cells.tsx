import type { ReactNode } from 'react'
import type { InterviewRow } from '@/lib/interviews/interview'
import { perScore, type Assessment, type ScoreName } from '@/lib/assessment/scores'
import type { SortKey } from '@/lib/interviews/list/sort'
import { legible } from '@/lib/text/legible'
import type { Reasons } from '@/lib/search/search-hit'
import { formatDuration } from '../../duration'
import { HiddenAssessment } from '../../hidden-assessment'
import { ScoreMeter } from '../../score-meter'
import { TimeAgo } from '../../time-ago'
import { candidateLabel, flowLabel } from '../identity/candidate-label'
import { candidatePath } from '../identity/candidate-path'
import { MarkedText } from './marked-text'
import { StateLabel } from '../identity/state-label'

type Drawn = { row: InterviewRow; reasons: Reasons; search: string; now: number; columns: SortKey[] }

/** What stands in a column of an interview's row; a missing value is –. */
export const CELLS: Record<SortKey, (drawn: Drawn) => ReactNode> = {
  candidate: CandidateCell,
  email: ({ row, reasons }) => <MarkedText text={legible(row.candidate.email) ?? '–'} matches={reasons.email} />,
  flow: ({ row, reasons }) => <MarkedText text={flowLabel(row.flow)} matches={reasons.flow} />,
  team: ({ row }) => row.team.name ?? '–',
  state: ({ row }) => <StateLabel state={row.state} />,
  score: ({ row: { assessment } }) =>
    assessment.is === 'shown' ? <ScoreMeter score={assessment.generalScore} /> : <HiddenAssessment />,
  ...perScore(
    (name) =>
      ({ row: { assessment } }: Drawn) =>
        scoreText(assessment, name),
  ),
  talk: ({ row }) => formatDuration(row.talk),
  duration: ({ row }) => formatDuration(row.duration),
  recording: ({ row }) => (row.hasVideo ? 'Video' : row.hasAudio ? 'Audio' : '–'),
  seen: ({ row, now }) => <TimeAgo at={row.firstSeenAt} now={now} />,
}

function scoreText(assessment: Assessment, name: ScoreName): ReactNode {
  if (assessment.is === 'hidden') return <HiddenAssessment />
  return assessment.scores[name]?.toFixed(1) ?? '–'
}

/** The link covers the whole row; the list makes it one without a reload. */
function CandidateCell({ row, reasons, search, columns }: Drawn) {
  const [name, email] = [legible(row.candidate.name), legible(row.candidate.email)]
  const label = candidateLabel(row.candidate)
  return (
    <>
      <a href={candidatePath(row.id, search)} dir="auto" title={label} data-row="" data-unnamed={name ? undefined : ''}>
        <MarkedText text={label} matches={name ? reasons.name : reasons.email} />
      </a>
      {name && email && !columns.includes('email') && (
        <span dir="auto" title={email} data-found={reasons.email ? '' : undefined}>
          <MarkedText text={email} matches={reasons.email} />
        </span>
      )}
    </>
  )
}
