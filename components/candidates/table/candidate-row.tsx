import { plays, type InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/list/sort'
import { memberLabel } from '@/lib/members/member'
import type { Reasons, SearchHit } from '@/lib/search/search-hit'
import { candidateLabel, flowLabel } from '../identity/candidate-label'
import style from './candidate-row.module.css'
import { CELLS, type DrawnRow } from './cells'
import { Moments, type Line } from './moments'
import { calledBy } from './ordinals'

type Props = Omit<DrawnRow, 'called' | 'reasons'> & {
  /** Which one of its name in the list it is. */
  ordinal: number
  moments: SearchHit[] | undefined
  reasons: Reasons | undefined
}

const NO_MOMENTS: SearchHit[] = []
const NO_REASONS: Reasons = {}

/** On a narrow screen the row becomes two lines of what matters most. */
export function CandidateRow({ ordinal, moments = NO_MOMENTS, reasons = NO_REASONS, ...shown }: Props) {
  const { row, columns, search } = shown
  const called = calledBy(candidateLabel(row.candidate), ordinal)
  const lines = linesOf(reasons, row, columns)
  return (
    <tr>
      {columns.map((name) => CELLS[name]({ ...shown, called, reasons }))}
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
