import { scrollsItself, scrollTopOf } from '../../scrolls-itself'
import { isMore } from '@/lib/interviews/list/counted'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { keepPlace, keptPlace, storePlaces, type ListPosition } from './kept-places'

const MOST_AT_ONCE = 200
const UNTOUCHED: ListPosition = { rows: 0, top: 0 }

type List = {
  scroller: RefObject<HTMLElement | null>
  search: string
  isRead: boolean
  rows: number
  /** So many it has at least. */
  total: number
  isWhole: boolean
  loadMore: (limit: number) => void
}

/** Whoever comes back to a list finds it where they left it: `missing` rows are on their way, and need room until then. */
export function useKeptPlace({ scroller, search, isRead, rows, total, isWhole, loadMore }: List) {
  const [place, setPlace] = useState(UNTOUCHED)
  const isAlive = useRef(false)
  // A list that is counted no further may have them all.
  const most = isMore(total) ? place.rows : Math.min(place.rows, total)
  const missing = isRead && !isWhole ? Math.max(0, most - rows) : 0

  useLayoutEffect(() => {
    const kept = keptPlace(search)
    keepPlace(search, kept)
    // Whoever scrolled before the page came alive stays where they are.
    if (isAlive.current || kept.top > 0) setPlace(kept)
    isAlive.current = true
  }, [search])
  useLayoutEffect(() => {
    if (place !== UNTOUCHED) scrollTo(scroller.current, place.top)
  }, [scroller, place])
  useEffect(() => {
    if (missing > 0) loadMore(Math.min(missing, MOST_AT_ONCE))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- A failure must not be repeated for ever: only progress asks for more.
  }, [missing])

  const current = useRef({ search, rows })
  useEffect(() => {
    current.current = { search, rows: Math.max(rows, missing > 0 ? place.rows : 0) }
  })
  useEffect(() => {
    const keep = () =>
      keepPlace(current.current.search, { rows: current.current.rows, top: scrollTopOf(scroller.current) })
    const leave = new AbortController()
    // Captures what any element scrolls: on a narrow screen it is the page.
    window.addEventListener('scroll', keep, { passive: true, capture: true, signal: leave.signal })
    window.addEventListener('pagehide', storePlaces, { signal: leave.signal })
    return () => {
      leave.abort()
      storePlaces()
    }
  }, [scroller])

  const toStart = useCallback(() => setPlace({ rows: 0, top: 0 }), [])
  return { missing, toStart }
}

function scrollTo(scroller: HTMLElement | null, top: number) {
  if (scroller && scrollsItself(scroller)) scroller.scrollTop = top
  else window.scrollTo(0, top)
}
