import type { InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/list/sort'
import type { Reasons, SearchHit } from '@/lib/search/search-hit'
import { flowLabel } from '../identity/candidate-label'
import style from './candidate-row.module.css'
import { CELLS } from './cells'
import { Moments, type Line } from './moments'

type Props = {
  row: InterviewRow
  moments: SearchHit[] | undefined
  reasons: Reasons | undefined
  columns: SortKey[]
  search: string
  now: number
}

const NO_MOMENTS: SearchHit[] = []
const NO_REASONS: Reasons = {}

/** On a narrow screen the row becomes two lines of what matters most. */
export function CandidateRow({ row, moments = NO_MOMENTS, reasons = NO_REASONS, columns, search, now }: Props) {
  const lines = linesOf(reasons, row, columns)
  return (
    <tr className={style.row}>
      {columns.map((name) => (
        <td key={name} className={style[name]} dir={FREE_TEXT.includes(name) ? 'auto' : undefined}>
          {CELLS[name]({ row, reasons, search, now, columns })}
        </td>
      ))}
      {moments.length + lines.length > 0 && (
        <td className={style.moments} colSpan={columns.length}>
          <Moments interviewId={row.id} moments={moments} lines={lines} search={search} />
        </td>
      )}
    </tr>
  )
}

const FREE_TEXT: SortKey[] = ['email', 'flow', 'team']

/** What the row was found by and does not show. */
function linesOf({ flow, about }: Reasons, row: InterviewRow, columns: SortKey[]): Line[] {
  const title = flow && !columns.includes('flow') ? [{ from: 'Flow', text: flowLabel(row.flow), matches: flow }] : []
  return about ? [...title, { ...about, from: about.from === 'summary' ? 'Summary' : 'Question' }] : title
}
