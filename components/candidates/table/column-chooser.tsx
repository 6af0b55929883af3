import { ChevronDown } from '../../ui/icons'
import type { SortKey } from '@/lib/interviews/list/sort'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import { COLUMNS, DEFAULT_COLUMNS } from './columns'

type Props = { columns: SortKey[]; onChoose: (columns: SortKey[]) => void }

/** On a narrow screen a row has no columns to choose. */
export function ColumnChooser({ columns, onChoose }: Props) {
  const toggle = (name: SortKey) =>
    onChoose(columns.includes(name) ? columns.filter((column) => column !== name) : [...columns, name])
  const choices = COLUMNS.filter(({ name }) => name !== 'candidate').map(({ name, label }) => ({
    key: name,
    label,
    isChosen: columns.includes(name),
    choose: () => toggle(name),
  }))
  return (
    <Menu
      className={`max-lg:hidden ${buttonClass('quiet', 'small')}`}
      align="end"
      kind="many"
      choices={choices}
      below={{ label: 'Usual columns', act: () => onChoose(DEFAULT_COLUMNS) }}
    >
      Columns
      <ChevronDown size={13} />
    </Menu>
  )
}
