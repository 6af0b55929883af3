import type { Connection } from '@/lib/connection/connection'

/** Ribbon does not say how many interviews there are, so neither does this; it takes no room once all have been read. */
export function Progress({ phase, lists }: Pick<Connection, 'phase' | 'lists'>) {
  if (phase === 'current') return null
  const seen = lists.reduce((sum, list) => sum + list.seen, 0)
  return (
    <p role="status" className="mt-3 rounded-md bg-accent-soft px-3 py-2 text-sm">
      Reading all interviews for the first time: <span className="numeric">{seen.toLocaleString('en-US')}</span> so far.
      What has been read can be reviewed already.
    </p>
  )
}
