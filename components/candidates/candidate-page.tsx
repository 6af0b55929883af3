import { memo } from 'react'
import type { InterviewRow } from '@/lib/interviews/interview'
import type { SortKey } from '@/lib/interviews/sort'
import { CandidateRow } from './candidate-row'
import style from './candidate-row.module.css'

type Props = { rows: InterviewRow[]; columns: SortKey[]; search: string; now: number }

/** The rows that came together: drawn anew only when one of them changes, and laid out only near the screen. */
export const CandidatePage = memo(function CandidatePage({ rows, columns, search, now }: Props) {
  return (
    <tbody className={style.page} style={{ '--rows': rows.length } as React.CSSProperties}>
      {rows.map((row) => (
        <CandidateRow key={row.id} row={row} columns={columns} search={search} now={now} />
      ))}
    </tbody>
  )
})
