import type { ReactNode } from 'react'
import type { Attempt } from '@/lib/attempts/attempt'
import { isClosedToVotes, type InterviewRow } from '@/lib/interviews/interview'
import { perScore, type ScoreName } from '@/lib/assessment/scores'
import type { SortKey } from '@/lib/interviews/list/sort'
import { legible } from '@/lib/text/legible'
import type { Reasons } from '@/lib/search/search-hit'
import { formatDuration } from '../../duration'
import { ScoreMeter } from '../../score-meter'
import { TimeAgo } from '../../time-ago'
import { AttemptNumber } from '../../attempts/attempt-number'
import { VOTE_LABELS } from '../../votes/vote-words'
import { candidateLabel, flowLabel, teamLabel } from '../identity/candidate-label'
import { candidatePath } from '../identity/candidate-path'
import { InvalidLabel } from '../../validity/invalid-label'
import { MarkedText } from './marked-text'
import { StateLabel, stateWord } from '../identity/state-label'
import { HiddenCell } from './hidden-cell'
import { lacksRecording } from './lacks-recording'
import { ProgressLabel } from './progress-label'
import { VotesCell } from './votes-cell'
import { StatusCell } from './status-cell'
import { Pick } from '../selection/pick'
import style from './candidate-row.module.css'

/** `called` is what its link is called, in which no other is. */
type Drawn = {
  row: InterviewRow
  called: string
  reasons: Reasons
  attempts: Attempt[] | undefined
  search: string
  now: number
  columns: SortKey[]
}

const LACKS_RECORDING = 'No recording'

/** What stands in a column of an interview's row; a missing value is –. */
export const CELLS: Record<SortKey, (drawn: Drawn) => ReactNode> = {
  candidate: CandidateCell,
  email: ({ row, reasons }) => (
    <span>
      <MarkedText text={legible(row.candidate.email) ?? '–'} matches={reasons.email} />
    </span>
  ),
  flow: ({ row, reasons }) => <MarkedText text={flowLabel(row.flow)} matches={reasons.flow} />,
  team: ({ row }) => teamLabel(row.team) ?? '–',
  state: StateCell,
  score: ({ row }) =>
    row.assessment.is === 'shown' ? <ScoreMeter score={row.assessment.generalScore} /> : <Hidden row={row} />,
  ...perScore(
    (name) =>
      ({ row }: Drawn) =>
        scoreText(row, name),
  ),
  votes: ({ row }) =>
    row.votes.is === 'shown' ? <VotesCell counts={row.votes.counts} mine={row.votes.mine} /> : <Hidden row={row} />,
  talk: ({ row }) => formatDuration(row.talk),
  duration: ({ row }) => formatDuration(row.duration),
  recording: ({ row }) => (row.hasVideo ? 'Video' : row.hasAudio ? 'Audio' : '–'),
  you: YouCell,
  notes: NotesCell,
  status: ({ row, called }) => <StatusCell row={row} called={called} />,
  seen: ({ row, now }) => <TimeAgo at={row.firstSeenAt} now={now} />,
}

/** Nothing is hidden of what was not taken: there is nothing. */
function Hidden({ row }: { row: InterviewRow }) {
  return row.state === 'not_taken' ? '–' : <HiddenCell isClosed={isClosedToVotes(row)} />
}

/** What its reader wrote they know; what was not taken is told of by nobody. */
function NotesCell({ row }: Drawn) {
  const { noteCount } = row
  if (typeof noteCount === 'number') return noteCount || null
  const { mine } = noteCount
  if (row.state === 'not_taken') return mine || null
  return (
    <>
      {mine > 0 && `${mine} `}
      <Hidden row={row} />
    </>
  )
}

function scoreText(row: InterviewRow, name: ScoreName): ReactNode {
  if (row.assessment.is === 'hidden') return <Hidden row={row} />
  return row.assessment.scores[name]?.toFixed(1) ?? '–'
}

/** One's own vote, where there is no room for everybody's, says more than how far one is. */
function YouCell({ row: { progress, votes } }: Drawn) {
  const mine = votes.is === 'shown' ? votes.mine : null
  return (
    <>
      {progress ? <ProgressLabel progress={progress} /> : '–'}
      {mine && (
        <span data-voted="">
          <span className="sr-only">Your vote: </span>
          {VOTE_LABELS[mine]}
        </span>
      )}
    </>
  )
}

/** What is usual is not shown. */
function StateCell({ row }: Drawn) {
  if (row.invalid) return <InvalidLabel invalid={row.invalid} />
  if (lacksRecording(row)) return LACKS_RECORDING
  if (row.state !== 'ready') return <StateLabel state={row.state} />
  return (
    <span className="sr-only" data-usual="">
      {stateWord('ready')}
    </span>
  )
}

/** The link covers the whole row; the list makes it one without a reload. */
function CandidateCell({ row, called, reasons, attempts, search, columns }: Drawn) {
  const [name, email] = [legible(row.candidate.name), legible(row.candidate.email)]
  const label = candidateLabel(row.candidate)
  return (
    <>
      <a href={candidatePath(row.id, search)} dir="auto" data-row={row.id} data-unnamed={name ? undefined : ''}>
        <MarkedText text={label} matches={name ? reasons.name : reasons.email} />
        {called !== label && <span className="sr-only">{called.slice(label.length)}</span>}
      </a>
      <Pick id={row.id} called={called} className={style.pick} />
      {row.invalid && !columns.includes('state') && (
        <span data-lacks="">
          <InvalidLabel invalid={row.invalid} />
        </span>
      )}
      {lacksRecording(row) && !columns.includes('state') && <span data-lacks="">{LACKS_RECORDING}</span>}
      {attempts && <AttemptNumber id={row.id} attempts={attempts} />}
      {name && email && !columns.includes('email') && (
        <span dir="auto" title={email} data-found={reasons.email ? '' : undefined}>
          <MarkedText text={email} matches={reasons.email} />
        </span>
      )}
    </>
  )
}
