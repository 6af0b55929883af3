import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { sortBy } from './columns'

type Props = { label: string; sortKey: SortKey; sort: Sort; onSort: (sort: Sort) => void; className?: string }

export function ColumnHeader({ label, sortKey, sort, onSort, className = '' }: Props) {
  const active = sort.key === sortKey
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={`font-medium ${className}`}
    >
      <button
        type="button"
        onClick={() => onSort(sortBy(sortKey, sort))}
        className={`inline-flex h-8 items-center gap-1 text-2xs transition-colors hover:text-ink ${active ? 'text-ink' : 'text-muted'}`}
      >
        {label}
        {active && <Arrow size={12} aria-hidden="true" />}
      </button>
    </th>
  )
}
