'use client'

import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM, MenuMark } from '../ui/menu'

export type Option = { value: string; label: string }

type Props = { label: string; options: Option[]; selected: string[]; onChange: (selected: string[]) => void }

/** Several may be chosen; the menu stays open while choosing. */
export function FilterMenu({ label, options, selected, onChange }: Props) {
  const trigger = (
    <DropdownMenu.Trigger className={buttonClass('quiet', 'small')} disabled={options.length === 0}>
      {label}
      {selected.length > 0 && (
        <span className="rounded bg-accent-soft px-1 text-2xs text-accent-strong numeric">{selected.length}</span>
      )}
      <ChevronDown size={13} aria-hidden="true" />
    </DropdownMenu.Trigger>
  )
  return (
    <Menu trigger={trigger}>
      {options.map(({ value, label: text }) => (
        <DropdownMenu.CheckboxItem
          key={value}
          checked={selected.includes(value)}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={(checked) =>
            onChange(checked ? [...selected, value] : selected.filter((one) => one !== value))
          }
          className={MENU_ITEM}
        >
          <MenuMark>
            <Check size={14} aria-hidden="true" />
          </MenuMark>
          <span dir="auto" className="truncate">
            {text}
          </span>
        </DropdownMenu.CheckboxItem>
      ))}
    </Menu>
  )
}
