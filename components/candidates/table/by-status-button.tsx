import { NEWEST_FIRST, type Sort } from '@/lib/interviews/list/sort'
import { Toggle } from '../../ui/toggle'

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** The list as a board, and back; on a narrow screen the menu of what it is sorted by does that. */
export function ByStatus({ sort, onSort }: Props) {
  const isBoard = sort.key === 'status'
  return (
    <Toggle
      isOn={isBoard}
      className="max-lg:hidden"
      onClick={() => onSort(isBoard ? NEWEST_FIRST : { key: 'status', descending: false })}
    >
      By status
    </Toggle>
  )
}
