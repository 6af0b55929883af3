import { Popover as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import type { InterviewFilter } from '@/lib/interviews/filter'
import { Popover } from '../ui/popover'
import { FilterEditor } from './filter-editor'
import { FILTER_LABELS, type EditedName } from './range-filters'

type Props = {
  name: EditedName
  filter: InterviewFilter
  onChange: (change: Partial<InterviewFilter>) => void
  /** The button that opens the editor. */
  children: ReactNode
}

/** A button with the editor of its filter. */
export function EditedFilter({ name, filter, onChange, children }: Props) {
  const [open, setOpen] = useState(false)
  const apply = (change: Partial<InterviewFilter>) => {
    setOpen(false)
    onChange(change)
  }
  return (
    <Popover
      label={`Filter by ${FILTER_LABELS[name].toLowerCase()}`}
      open={open}
      onOpenChange={setOpen}
      trigger={<Radix.Trigger asChild>{children}</Radix.Trigger>}
    >
      <FilterEditor name={name} filter={filter} onApply={apply} />
    </Popover>
  )
}
