import type { HTMLAttributes, ReactNode } from 'react'
import type { Attempt } from '@/lib/attempts/attempt'
import { isClosedToVotes, type InterviewRow } from '@/lib/interviews/interview'
import { perScore } from '@/lib/assessment/scores'
import type { SortKey } from '@/lib/interviews/list/sort'
import { legible } from '@/lib/text/legible'
import type { Reasons } from '@/lib/search/search-hit'
import { formatDuration } from '../../duration'
import { scoreSteps } from '../../score-meter'
import { AttemptNumber } from '../../attempts/attempt-number'
import { hiddenWords, VOTE_LABELS } from '../../votes/vote-words'
import { candidateLabel, flowLabel, teamLabel } from '../identity/candidate-label'
import { candidatePath } from '../identity/candidate-path'
import { InvalidLabel } from '../../validity/invalid-label'
import { marked } from './marked-text'
import { stateWord } from '../identity/state-label'
import { lacksRecording } from './lacks-recording'
import { progressWord } from './progress-words'
import { VotesCell } from './votes-cell'
import { SeenCell } from './seen-cell'
import { StatusCell } from './status-cell'
import { Pick } from '../selection/pick'
import style from './candidate-row.module.css'

/** `called` is what its link is called, in which no other is. */
export type DrawnRow = {
  row: InterviewRow
  called: string
  reasons: Reasons
  attempts: Attempt[] | undefined
  columns: SortKey[]
  search: string
  now: number
  /** Whether what a press or a pointer needs is drawn. */
  isAlive: boolean
  isWide: boolean
}

const LACKS_RECORDING = 'No recording'
const FREE_TEXT = { dir: 'auto' }

/** The cell of each column; what is one text is one element, since a list has hundreds of each. A missing value is –. */
export const CELLS: Record<SortKey, (drawn: DrawnRow) => ReactNode> = {
  candidate: (drawn) => cell('candidate', candidateParts(drawn)),
  email: ({ row, reasons }) =>
    cell('email', <span>{marked(legible(row.candidate.email) ?? '–', reasons.email)}</span>, FREE_TEXT),
  flow: ({ row, reasons }) => cell('flow', marked(flowLabel(row.flow), reasons.flow), FREE_TEXT),
  team: ({ row }) => cell('team', teamLabel(row.team) ?? '–', FREE_TEXT),
  state: stateCell,
  score: scoreCell,
  ...perScore((name) => ({ row }: DrawnRow) => {
    if (row.assessment.is === 'hidden') return hiddenCell(name, row)
    return cell(name, row.assessment.scores[name]?.toFixed(1) ?? '–')
  }),
  votes: ({ row }) =>
    row.votes.is === 'shown'
      ? cell('votes', <VotesCell counts={row.votes.counts} mine={row.votes.mine} />)
      : hiddenCell('votes', row),
  talk: ({ row }) => cell('talk', formatDuration(row.talk)),
  duration: ({ row }) => cell('duration', formatDuration(row.duration)),
  recording: ({ row }) => cell('recording', row.hasVideo ? 'Video' : row.hasAudio ? 'Audio' : '–'),
  you: youCell,
  notes: notesCell,
  status: ({ row, called, isWide }) => <StatusCell key="status" row={row} called={called} isWide={isWide} />,
  seen: ({ row, now, isAlive }) => <SeenCell key="seen" at={row.firstSeenAt} now={now} isAlive={isAlive} />,
}

type Attributes = HTMLAttributes<HTMLTableCellElement> & Record<`data-${string}`, string | undefined>

/** Named as its column is, for candidate-row.module.css. */
function cell(name: SortKey, content: ReactNode, attributes?: Attributes) {
  return (
    <td key={name} className={name} {...attributes}>
      {content}
    </td>
  )
}

/** Not a missing value: what its reader is not to know yet. Nothing is hidden of what was not taken: there is nothing. */
function hiddenCell(name: SortKey, row: InterviewRow) {
  return row.state === 'not_taken' ? cell(name, '–') : cell(name, 'Hidden', { title: whyHidden(row) })
}

function whyHidden(row: InterviewRow): string {
  return hiddenWords(isClosedToVotes(row))
}

function scoreCell({ row }: DrawnRow) {
  if (row.assessment.is === 'hidden') return hiddenCell('score', row)
  const { generalScore } = row.assessment
  if (generalScore === null) return cell('score', '–', { 'data-none': '' })
  return cell('score', generalScore.toFixed(1), {
    className: 'score score-meter',
    style: scoreSteps(generalScore),
  })
}

/** What its reader wrote they know; what was not taken is told of by nobody. */
function notesCell({ row }: DrawnRow) {
  const { noteCount } = row
  if (typeof noteCount === 'number') return cell('notes', noteCount || null)
  const { mine } = noteCount
  if (row.state === 'not_taken') return cell('notes', mine || null)
  return cell('notes', mine > 0 ? `${mine} Hidden` : 'Hidden', { title: whyHidden(row) })
}

/** One's own vote, where there is no room for everybody's, says more than how far one is. */
function youCell({ row: { progress, votes } }: DrawnRow) {
  const mine = votes.is === 'shown' ? votes.mine : null
  if (!progress && !mine) return cell('you', '–', { 'data-none': '' })
  const word = progress ? progressWord(progress) : '–'
  const attributes = { 'data-progress': progress ?? undefined }
  if (!mine) return cell('you', word, attributes)
  return cell(
    'you',
    <>
      <span>{word}</span>
      <span data-voted="">{VOTE_LABELS[mine]}</span>
    </>,
    attributes,
  )
}

/** What is usual is not shown. */
function stateCell({ row }: DrawnRow) {
  if (row.invalid) return cell('state', <InvalidLabel invalid={row.invalid} />, { 'data-state': 'invalid' })
  if (lacksRecording(row)) return cell('state', LACKS_RECORDING, { 'data-state': 'unrecorded' })
  if (row.state === 'ready') return cell('state', stateWord('ready'))
  return cell('state', stateWord(row.state), { className: 'state state-label', 'data-state': row.state })
}

/** The link covers the whole row; the list makes it one without a reload. */
function candidateParts({ row, called, reasons, attempts, columns, search, isAlive }: DrawnRow) {
  const [name, email] = [legible(row.candidate.name), legible(row.candidate.email)]
  const label = candidateLabel(row.candidate)
  return (
    <>
      <a
        href={candidatePath(row.id, search)}
        dir="auto"
        data-row={isAlive ? row.id : undefined}
        data-unnamed={name ? undefined : ''}
      >
        {marked(label, name ? reasons.name : reasons.email)}
        {called !== label && <span className="sr-only">{called.slice(label.length)}</span>}
      </a>
      {isAlive && <Pick id={row.id} called={called} className={style.pick} />}
      {row.invalid && !columns.includes('state') && (
        <span data-lacks="">
          <InvalidLabel invalid={row.invalid} />
        </span>
      )}
      {lacksRecording(row) && !columns.includes('state') && <span data-lacks="">{LACKS_RECORDING}</span>}
      {attempts && <AttemptNumber id={row.id} attempts={attempts} />}
      {name && email && !columns.includes('email') && (
        <span dir="auto" data-found={reasons.email ? '' : undefined}>
          {marked(email, reasons.email)}
        </span>
      )}
    </>
  )
}
