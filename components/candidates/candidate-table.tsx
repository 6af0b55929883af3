import type { Sort } from '@/lib/interviews/filter'
import type { InterviewRow } from '@/lib/interviews/interview'
import { CandidateRow } from './candidate-row'
import { ColumnHeader } from './column-header'

type Props = { rows: InterviewRow[]; sort: Sort; search: string; now: number; onSort: (sort: Sort) => void }

export function CandidateTable({ rows, sort, search, now, onSort }: Props) {
  return (
    <table className="w-full text-left lg:grid lg:grid-cols-[minmax(220px,2.2fr)_minmax(140px,1.4fr)_104px_124px_116px_72px] lg:gap-x-4">
      <caption className="sr-only">Interviews, one a row</caption>
      <thead className="hidden lg:col-span-full lg:grid lg:grid-cols-subgrid">
        <tr className="sticky top-0 z-10 col-span-full grid grid-cols-subgrid border-b border-line bg-canvas px-6">
          <ColumnHeader label="Candidate" sortKey="candidate" sort={sort} onSort={onSort} />
          <ColumnHeader label="Flow" sortKey="flow" sort={sort} onSort={onSort} />
          <ColumnHeader label="State" sortKey="state" sort={sort} onSort={onSort} />
          <ColumnHeader label="Score" sortKey="score" sort={sort} onSort={onSort} />
          <ColumnHeader label="Talk / length" sortKey="talk" sort={sort} onSort={onSort} />
          <ColumnHeader label="Seen" sortKey="seen" sort={sort} onSort={onSort} className="text-right" />
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
