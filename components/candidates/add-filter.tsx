'use client'

import { Plus } from 'lucide-react'
import { DropdownMenu, Popover as Radix } from 'radix-ui'
import { useState } from 'react'
import type { InterviewFilter } from '@/lib/interviews/filter'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM } from '../ui/menu'
import { Popover } from '../ui/popover'
import { FilterEditor } from './filter-editor'
import { EDITED_FILTERS, FILTER_LABELS, type EditedName } from './range-filters'

type Props = { filter: InterviewFilter; onChange: (change: Partial<InterviewFilter>) => void }

/** All the filters that have no button of their own: one is chosen, then set in its place. */
export function AddFilter({ filter, onChange }: Props) {
  const [chosen, setChosen] = useState<EditedName | null>(null)
  const [name, setName] = useState<EditedName | null>(null)
  /** While the menu is open the focus is its own; the editor takes it when the menu lets go. */
  const openEditor = (event: Event) => {
    if (!chosen) return
    event.preventDefault()
    setName(chosen)
    setChosen(null)
  }
  const apply = (change: Partial<InterviewFilter>) => {
    setName(null)
    onChange(change)
  }
  const trigger = (
    <Radix.Anchor asChild>
      <DropdownMenu.Trigger className={buttonClass('quiet', 'small')}>
        <Plus size={13} aria-hidden="true" />
        Filter
      </DropdownMenu.Trigger>
    </Radix.Anchor>
  )
  return (
    <Popover
      label={name ? `Filter by ${FILTER_LABELS[name].toLowerCase()}` : 'Filter'}
      open={name !== null}
      onOpenChange={(open) => !open && setName(null)}
      trigger={
        <Menu trigger={trigger} onCloseAutoFocus={openEditor}>
          {EDITED_FILTERS.filter((candidate) => candidate !== 'score').map((candidate) => (
            <DropdownMenu.Item key={candidate} onSelect={() => setChosen(candidate)} className={MENU_ITEM}>
              {FILTER_LABELS[candidate]}
            </DropdownMenu.Item>
          ))}
        </Menu>
      }
    >
      {name && <FilterEditor key={name} name={name} filter={filter} onApply={apply} />}
    </Popover>
  )
}
