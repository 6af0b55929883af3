import { useEffect, useRef, type RefObject } from 'react'
import { shownAmong } from '../bounded-count'
import { Button } from '../ui/button'
import { scrollsItself } from '../scrolls-itself'

/** So many pixels before its end the list goes on reading: more than a screen. */
const AHEAD = 1200

type Props = {
  scroller: RefObject<HTMLElement | null>
  rows: number
  total: number
  isLoading: boolean
  /** Whether this is the list that its reader means: until then it is not read on. */
  isSettled: boolean
  hasFailed: boolean
  onMore: () => void
}

/** Reads on before the reader arrives here, unless the last attempt failed; who comes by keyboard finds a button. */
export function ListEnd({ scroller, rows, total, isLoading, isSettled, hasFailed, onMore }: Props) {
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  })
  useEffect(() => {
    if (!end.current || !scroller.current || isLoading || !isSettled || hasFailed) return undefined
    const root = scrollsItself(scroller.current) ? scroller.current : null
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      root,
      rootMargin: `0px 0px ${AHEAD}px 0px`,
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [scroller, isLoading, isSettled, hasFailed])

  return (
    <div ref={end} className="sticky left-0 flex h-16 items-center justify-center gap-3 text-xs text-muted">
      <span className="numeric">{shownAmong(rows, total)}</span>
      <Button size="small" onClick={onMore} disabled={isLoading}>
        Show more
      </Button>
    </div>
  )
}
