import { ChevronDown } from 'lucide-react'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'

export type Option = { value: string; label: string }

type Props = { label: string; options: Option[]; selected: string[]; onChange: (selected: string[]) => void }

/** Several may be chosen; the menu stays open while choosing. */
export function FilterMenu({ label, options, selected, onChange }: Props) {
  const choices = options.map((option) => {
    const isChosen = selected.includes(option.value)
    return {
      key: option.value,
      label: option.label,
      isChosen,
      choose: () => onChange(isChosen ? selected.filter((one) => one !== option.value) : [...selected, option.value]),
    }
  })
  return (
    <Menu className={buttonClass('quiet', 'small')} disabled={options.length === 0} kind="many" choices={choices}>
      {label}
      {selected.length > 0 && (
        <span className="rounded bg-accent-soft px-1 text-2xs text-accent-strong numeric">{selected.length}</span>
      )}
      <ChevronDown size={13} aria-hidden="true" />
    </Menu>
  )
}
