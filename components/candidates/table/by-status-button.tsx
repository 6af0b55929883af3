import { NEWEST_FIRST, type Sort } from '@/lib/interviews/list/sort'
import { Button } from '../../ui/button'

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** The list as a board, and back. */
export function ByStatus({ sort, onSort }: Props) {
  const isBoard = sort.key === 'status'
  return (
    <Button
      look="quiet"
      size="small"
      aria-pressed={isBoard}
      className={isBoard ? 'bg-accent-soft text-accent-strong' : ''}
      onClick={() => onSort(isBoard ? NEWEST_FIRST : { key: 'status', descending: false })}
    >
      By status
    </Button>
  )
}
