import { X } from '../../ui/icons'
import type { ReactNode } from 'react'

/** For a finger it is higher than it is drawn. */
const CHIP =
  'flex h-6 max-w-64 items-center lg:max-xl:max-w-36 rounded-full bg-accent-soft text-xs text-accent-strong max-lg:h-8 pointer-coarse:h-11 pointer-coarse:border-y-6 pointer-coarse:border-transparent pointer-coarse:bg-clip-padding'
const PART = 'transition-colors hover:text-ink'

type Props = { label: string; onRemove: () => void }

/** One value that narrows the list; pressing it takes it away. */
export function FilterChip({ label, onRemove }: Props) {
  return (
    <button
      type="button"
      aria-label={`Remove the filter ${label}`}
      onClick={onRemove}
      className={`gap-1 pr-1.5 pl-2.5 pointer-coarse:min-w-11 ${CHIP} ${PART}`}
    >
      <bdi className="truncate">{label}</bdi>
      <X size={12} className="shrink-0" />
    </button>
  )
}

/** The same for a value that can be changed: `edit` is the button that says it and opens its editor. */
export function EditableChip({ label, edit, onRemove }: Props & { edit: ReactNode }) {
  return (
    <span className={CHIP}>
      {edit}
      <button
        type="button"
        aria-label={`Remove the filter ${label}`}
        onClick={onRemove}
        className={`flex size-6 shrink-0 items-center justify-center max-lg:size-8 pointer-coarse:size-11 ${PART}`}
      >
        <X size={12} />
      </button>
    </span>
  )
}

export const CHIP_TEXT = `truncate pl-2.5 numeric pointer-coarse:h-11 ${PART}`
