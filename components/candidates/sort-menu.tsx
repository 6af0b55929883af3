import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Sort } from '@/lib/interviews/filter'
import { buttonClass } from '../ui/button'
import { COLUMNS, sortBy } from './columns'

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** The column headers' work where there is no room for columns. */
export function SortMenu({ sort, onSort }: Props) {
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={`lg:hidden ${buttonClass('quiet', 'small')}`}>
        Sort
        <ChevronDown size={13} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 min-w-44 rounded-md bg-raised p-1 shadow-float"
        >
          <DropdownMenu.RadioGroup value={sort.key}>
            {COLUMNS.map(({ key, label }) => (
              <DropdownMenu.RadioItem
                key={key}
                value={key}
                onSelect={() => onSort(sortBy(key, sort))}
                className="flex h-9 items-center gap-2 rounded px-2 text-sm outline-none data-highlighted:bg-hover"
              >
                <span className="w-4 text-accent">
                  <DropdownMenu.ItemIndicator>
                    <Arrow size={14} aria-label={sort.descending ? 'descending' : 'ascending'} />
                  </DropdownMenu.ItemIndicator>
                </span>
                {label}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
