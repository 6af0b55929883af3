import type { Attempt } from '@/lib/attempts/attempt'
import { plays, type InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/list/sort'
import { memberLabel } from '@/lib/members/member'
import type { Reasons, SearchHit } from '@/lib/search/search-hit'
import { candidateLabel, flowLabel } from '../identity/candidate-label'
import style from './candidate-row.module.css'
import { CELLS } from './cells'
import { Moments, type Line } from './moments'
import { calledBy } from './ordinals'

type Props = {
  row: InterviewRow
  /** Which one of its name in the list it is. */
  ordinal: number
  moments: SearchHit[] | undefined
  reasons: Reasons | undefined
  /** All of its candidate in its flow, where there are several. */
  attempts: Attempt[] | undefined
  columns: SortKey[]
  search: string
  now: number
}

const NO_MOMENTS: SearchHit[] = []
const NO_REASONS: Reasons = {}

/** On a narrow screen the row becomes two lines of what matters most. */
export function CandidateRow({ row, moments = NO_MOMENTS, reasons = NO_REASONS, attempts, ...shown }: Props) {
  const { ordinal, columns, search, now } = shown
  const called = calledBy(candidateLabel(row.candidate), ordinal)
  const lines = linesOf(reasons, row, columns)
  return (
    <tr className={style.row}>
      {columns.map((name) => (
        <td key={name} className={style[name]} dir={FREE_TEXT.includes(name) ? 'auto' : undefined}>
          {CELLS[name]({ row, called, reasons, attempts, search, now, columns })}
        </td>
      ))}
      {moments.length + lines.length > 0 && (
        <td className={style.moments} colSpan={columns.length}>
          <Moments
            interviewId={row.id}
            called={called}
            plays={plays(row)}
            moments={moments}
            lines={lines}
            search={search}
          />
        </td>
      )}
    </tr>
  )
}

const FREE_TEXT: SortKey[] = ['email', 'flow', 'team']

/** What the row was found by and does not show. */
function linesOf({ flow, about, notes = [] }: Reasons, row: InterviewRow, columns: SortKey[]): Line[] {
  return [
    ...(flow && !columns.includes('flow') ? [{ from: 'Flow', text: flowLabel(row.flow), matches: flow }] : []),
    ...(about ? [{ ...about, from: about.from === 'summary' ? 'Summary' : 'Question' }] : []),
    ...notes.map(({ id, author, text, matches }) => ({
      from: `Note, ${memberLabel(author)}`,
      text,
      matches,
      note: id,
    })),
  ]
}
