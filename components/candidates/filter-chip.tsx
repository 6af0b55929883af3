import { X } from 'lucide-react'

type Props = { label: string; onRemove: () => void }

/** One value that narrows the list; pressing it takes it away. */
export function FilterChip({ label, onRemove }: Props) {
  return (
    <button
      type="button"
      aria-label={`Remove the filter ${label}`}
      onClick={onRemove}
      className="flex h-6 max-w-56 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-xs text-accent-strong transition-colors hover:bg-hover hover:text-ink"
    >
      <bdi className="truncate">{label}</bdi>
      <X size={12} aria-hidden="true" className="shrink-0" />
    </button>
  )
}
