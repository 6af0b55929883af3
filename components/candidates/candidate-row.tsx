import type { InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/sort'
import style from './candidate-row.module.css'
import { CELLS } from './cells'

type Props = { row: InterviewRow; columns: SortKey[]; search: string; now: number }

/** On a narrow screen the row becomes two lines of what matters most. */
export function CandidateRow({ row, columns, search, now }: Props) {
  return (
    <tr className={style.row}>
      {columns.map((name) => (
        <td key={name} className={style[name]} dir={FREE_TEXT.includes(name) ? 'auto' : undefined}>
          {CELLS[name]({ row, search, now, columns })}
        </td>
      ))}
    </tr>
  )
}

const FREE_TEXT: SortKey[] = ['flow', 'team']
