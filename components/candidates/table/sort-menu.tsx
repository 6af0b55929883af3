import { ArrowDown, ArrowUp, ChevronDown } from '../../ui/icons'
import type { Sort } from '@/lib/interviews/list/sort'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import { COLUMNS, sortBy } from './columns'

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** The column headers' work where there is no room for columns. */
export function SortMenu({ sort, onSort }: Props) {
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  const choices = COLUMNS.map(({ name, label }) => ({
    key: name,
    label,
    isChosen: sort.key === name,
    choose: () => onSort(sortBy(name, sort)),
  }))
  return (
    <Menu
      className={`lg:hidden ${buttonClass('quiet', 'small')}`}
      kind="one"
      choices={choices}
      mark={<Arrow size={14} role="img" aria-label={sort.descending ? 'descending' : 'ascending'} />}
    >
      Sort
      <ChevronDown size={13} />
    </Menu>
  )
}
