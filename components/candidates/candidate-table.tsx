import type { Sort, SortKey } from '@/lib/interviews/sort'
import type { InterviewRow } from '@/lib/interviews/interview'
import { CandidateRow } from './candidate-row'
import { ColumnHeader } from './column-header'
import { COLUMNS } from './columns'

type Props = { rows: InterviewRow[]; sort: Sort; search: string; now: number; onSort: (sort: Sort) => void }

/** Talk and length are two columns that read as one: 5:12 / 8:44. */
const ALIGN: Partial<Record<SortKey, string>> = { talk: 'text-right', duration: '-ml-2', seen: 'text-right' }

export function CandidateTable({ rows, sort, search, now, onSort }: Props) {
  return (
    <table className="w-full text-left lg:grid lg:grid-cols-[minmax(220px,2.2fr)_minmax(140px,1.4fr)_104px_124px_56px_64px_72px] lg:gap-x-4">
      <caption className="sr-only">Interviews, one a row</caption>
      <thead className="hidden lg:col-span-full lg:grid lg:grid-cols-subgrid">
        <tr className="sticky top-0 z-10 col-span-full grid grid-cols-subgrid border-b border-line bg-canvas px-6">
          {COLUMNS.map(({ key, label }) => (
            <ColumnHeader key={key} label={label} sortKey={key} sort={sort} onSort={onSort} className={ALIGN[key]} />
          ))}
        </tr>
      </thead>
      <tbody className="lg:col-span-full lg:grid lg:grid-cols-subgrid">
        {rows.map((row) => (
          <CandidateRow key={row.id} row={row} search={search} now={now} />
        ))}
      </tbody>
    </table>
  )
}
