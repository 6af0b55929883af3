import { exactSecond, tellExactTime } from '../exact-time'
import { useInBrowser } from '../in-browser'

/** When something happened, to the second, in the reader's order and time zone; until the page is alive in UTC. */
export function EventTime({ at }: { at: string }) {
  const told = useInBrowser(() => exactSecond(at), at.slice(0, 19).replace('T', ' '))
  return (
    <time dateTime={at} onPointerEnter={tellExactTime(at)} className="text-muted numeric">
      {told}
    </time>
  )
}
