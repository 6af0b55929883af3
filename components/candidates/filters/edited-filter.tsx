import { useRef, useState, type ReactNode } from 'react'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { Popover } from '../../ui/popover/popover'
import { FilterEditor } from './filter-editor'
import { FILTER_LABELS, type EditedName } from './range-filters'

type Props = {
  name: EditedName
  filter: InterviewFilter
  onChange: (change: Partial<InterviewFilter>) => void
  className: string
  /** What the button is called where that is more than what it shows. */
  label?: string
  children: ReactNode
}

/** A button with the editor of its filter. */
export function EditedFilter({ name, filter, onChange, className, label, children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const apply = (change: Partial<InterviewFilter>) => {
    setOpen(false)
    onChange(change)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={className}
      >
        {children}
      </button>
      <Popover
        anchor={button}
        label={`Filter by ${FILTER_LABELS[name].toLowerCase()}`}
        open={open}
        onOpenChange={setOpen}
      >
        <FilterEditor name={name} filter={filter} onApply={apply} />
      </Popover>
    </>
  )
}
