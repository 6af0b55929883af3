import { tellExactTime } from '../exact-time'
import { useInBrowser } from '../in-browser'

/** When something happened, to the second, in the reader's order and time zone; until the page is alive in UTC. */
export function EventTime({ at }: { at: string }) {
  const told = useInBrowser(() => localTime(at), at.slice(5, 19).replace('T', ' '))
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)} className="text-muted numeric">
      {told}
    </time>
  )
}

function localTime(at: string): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  return new Date(at).toLocaleString(undefined, parts)
}
