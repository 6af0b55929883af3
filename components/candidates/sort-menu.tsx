import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Sort } from '@/lib/interviews/sort'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM, MenuMark } from '../ui/menu'
import { COLUMNS, sortBy } from './columns'

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** The column headers' work where there is no room for columns. */
export function SortMenu({ sort, onSort }: Props) {
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  const trigger = (
    <DropdownMenu.Trigger className={`lg:hidden ${buttonClass('quiet', 'small')}`}>
      Sort
      <ChevronDown size={13} aria-hidden="true" />
    </DropdownMenu.Trigger>
  )
  return (
    <Menu trigger={trigger}>
      <DropdownMenu.RadioGroup value={sort.key}>
        {COLUMNS.map(({ name, label }) => (
          <DropdownMenu.RadioItem
            key={name}
            value={name}
            onSelect={() => onSort(sortBy(name, sort))}
            className={MENU_ITEM}
          >
            <MenuMark>
              <Arrow size={14} aria-label={sort.descending ? 'descending' : 'ascending'} />
            </MenuMark>
            {label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  )
}
