import { ArrowDown, ArrowUp } from '../../ui/icons'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { sortBy } from './columns'

type Props = { label: string; sortKey: SortKey; sort: Sort; onSort: (sort: Sort) => void }

export function ColumnHeader({ label, sortKey, sort, onSort }: Props) {
  const active = sort.key === sortKey
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined} className={sortKey}>
      <button type="button" onClick={() => onSort(sortBy(sortKey, sort))}>
        {label}
        {active && <Arrow size={12} />}
      </button>
    </th>
  )
}
