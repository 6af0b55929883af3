/** `wordClass` says where there is room for more than the mark. */
export function Wordmark({ wordClass }: { wordClass?: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-sm font-semibold tracking-tight">
      <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--color-accent)" />
        <g fill="var(--color-on-accent)">
          <rect x="7" y="13" width="3" height="6" rx="1.5" />
          <rect x="12" y="8" width="3" height="16" rx="1.5" />
          <rect x="17" y="11" width="3" height="10" rx="1.5" />
          <rect x="22" y="14" width="3" height="4" rx="1.5" />
        </g>
      </svg>
      <span className={wordClass}>Debrief</span>
    </span>
  )
}
