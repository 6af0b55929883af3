'use client'

import { Plus } from '../../ui/icons'
import { useRef, useState } from 'react'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import { Popover } from '../../ui/popover/popover'
import { FilterEditor } from './filter-editor'
import { EDITED_FILTERS, FILTER_LABELS, type EditedName } from './range-filters'

const ADDED = EDITED_FILTERS.filter((name) => name !== 'score')

type Props = { filter: InterviewFilter; onChange: (change: Partial<InterviewFilter>) => void }

/** All the filters that have no button of their own: one is chosen, then set in its place. */
export function AddFilter({ filter, onChange }: Props) {
  const place = useRef<HTMLSpanElement>(null)
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
  return (
    <>
      <span ref={place}>
        <Menu
          className={buttonClass('quiet', 'small')}
          kind="act"
          choices={ADDED.map((added) => ({
            key: added,
            label: FILTER_LABELS[added],
            choose: () => setChosen(added),
          }))}
          onCloseAutoFocus={openEditor}
        >
          <Plus size={13} />
          Filter
        </Menu>
      </span>
      <Popover
        anchor={place}
        label={name ? `Filter by ${FILTER_LABELS[name].toLowerCase()}` : 'Filter'}
        open={name !== null}
        onOpenChange={(open) => !open && setName(null)}
      >
        {name && <FilterEditor key={name} name={name} filter={filter} onApply={apply} />}
      </Popover>
    </>
  )
}
