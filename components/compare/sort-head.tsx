import { ArrowDown, ArrowUp } from '../ui/icons'

type Props = { className: string; label: string; sorted: boolean | null; onSort: () => void }

/** The head of a column, which sorts by it; `sorted` is whether it does so descending, null where it does not. */
export function SortHead({ className, label, sorted, onSort }: Props) {
  const Arrow = sorted ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={sorted === null ? undefined : sorted ? 'descending' : 'ascending'}
      className={`border-r border-b border-line bg-rail p-0 text-left align-top text-xs font-medium text-muted ${className}`}
    >
      <button
        type="button"
        title={label}
        className="flex h-14 w-full items-start gap-1 px-2 py-2 text-left -outline-offset-2 hover:bg-hover"
        onClick={onSort}
      >
        <span dir="auto" className="line-clamp-2 min-w-0 flex-1">
          {label}
        </span>
        {sorted !== null && <Arrow size={12} className="mt-0.5 shrink-0 text-accent" />}
      </button>
    </th>
  )
}
