import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { SortKey } from '@/lib/interviews/sort'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM, MenuMark } from '../ui/menu'
import { COLUMNS, DEFAULT_COLUMNS } from './columns'

type Props = { columns: SortKey[]; onChoose: (columns: SortKey[]) => void }

/** On a narrow screen a row has no columns to choose. */
export function ColumnChooser({ columns, onChoose }: Props) {
  const trigger = (
    <DropdownMenu.Trigger className={`max-lg:hidden ${buttonClass('quiet', 'small')}`}>
      Columns
      <ChevronDown size={13} aria-hidden="true" />
    </DropdownMenu.Trigger>
  )
  return (
    <Menu trigger={trigger} align="end">
      {COLUMNS.filter(({ name }) => name !== 'candidate').map(({ name, label }) => (
        <DropdownMenu.CheckboxItem
          key={name}
          checked={columns.includes(name)}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={(checked) =>
            onChoose(checked ? [...columns, name] : columns.filter((column) => column !== name))
          }
          className={MENU_ITEM}
        >
          <MenuMark>
            <Check size={14} aria-hidden="true" />
          </MenuMark>
          {label}
        </DropdownMenu.CheckboxItem>
      ))}
      <DropdownMenu.Separator className="my-1 h-px bg-line" />
      <DropdownMenu.Item onSelect={() => onChoose(DEFAULT_COLUMNS)} className={`text-muted ${MENU_ITEM}`}>
        Usual columns
      </DropdownMenu.Item>
    </Menu>
  )
}
