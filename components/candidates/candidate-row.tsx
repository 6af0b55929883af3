import type { InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/sort'
import type { Moment } from '@/lib/search/moment'
import style from './candidate-row.module.css'
import { CELLS } from './cells'
import { Moments } from './moments'

type Props = { row: InterviewRow; moments: Moment[] | undefined; columns: SortKey[]; search: string; now: number }

/** On a narrow screen the row becomes two lines of what matters most. */
export function CandidateRow({ row, moments, columns, search, now }: Props) {
  return (
    <tr className={style.row}>
      {columns.map((name) => (
        <td key={name} className={style[name]} dir={FREE_TEXT.includes(name) ? 'auto' : undefined}>
          {CELLS[name]({ row, search, now, columns })}
        </td>
      ))}
      {moments && moments.length > 0 && (
        <td className={style.moments} colSpan={columns.length}>
          <Moments interviewId={row.id} moments={moments} search={search} />
        </td>
      )}
    </tr>
  )
}

const FREE_TEXT: SortKey[] = ['flow', 'team']
