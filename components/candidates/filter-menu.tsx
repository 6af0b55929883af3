'use client'

import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { buttonClass } from '../ui/button'

export type Option = { value: string; label: string }

type Props = { label: string; options: Option[]; selected: string[]; onChange: (selected: string[]) => void }

/** Several may be chosen; the menu stays open while choosing. */
export function FilterMenu({ label, options, selected, onChange }: Props) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={buttonClass('quiet', 'small')} disabled={options.length === 0}>
        {label}
        {selected.length > 0 && (
          <span className="rounded bg-accent-soft px-1 text-2xs text-accent-strong numeric">{selected.length}</span>
        )}
        <ChevronDown size={13} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-80 max-w-80 min-w-44 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
        >
          {options.map(({ value, label: text }) => (
            <DropdownMenu.CheckboxItem
              key={value}
              checked={selected.includes(value)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(checked) =>
                onChange(checked ? [...selected, value] : selected.filter((one) => one !== value))
              }
              className="flex min-h-8 cursor-default items-center gap-2 rounded px-2 text-sm outline-none data-highlighted:bg-hover"
            >
              <span className="w-4 text-accent">
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
              </span>
              <span dir="auto" className="truncate">
                {text}
              </span>
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
