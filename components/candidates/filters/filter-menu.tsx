import { ChevronDown } from '../../ui/icons'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import { ChoiceCount } from './choice-count'
import type { FilterChoice } from './choices'

type Props = { choice: FilterChoice; filter: InterviewFilter; onChange: (change: Partial<InterviewFilter>) => void }

/** Several may be chosen; the menu stays open while choosing. */
export function FilterMenu({ choice, filter, onChange }: Props) {
  const { name, label, options, selected, choose } = choice
  const choices = options.map((option) => {
    const isChosen = selected.includes(option.value)
    const others = selected.filter((one) => one !== option.value)
    return {
      key: option.value,
      label: option.label,
      detail: <ChoiceCount by={name} value={option.value} filter={filter} />,
      isChosen,
      choose: () => onChange(choose(isChosen ? others : [...selected, option.value])),
    }
  })
  return (
    <Menu className={buttonClass('quiet', 'small')} disabled={options.length === 0} kind="many" choices={choices}>
      {label}
      {selected.length > 0 && (
        <span className="rounded bg-accent-soft px-1 text-2xs text-accent-strong numeric">{selected.length}</span>
      )}
      <ChevronDown size={13} />
    </Menu>
  )
}
