import { useEffect } from 'react'
import { LruCache } from '@/lib/lru-cache'
import { useFreshness } from '../freshness'

type Props = {
  search: string
  isEmpty: boolean
  /** What the search finds may be more by now. */
  onMore: () => void
}

/** As many as somebody comes back to. */
const MOST_SEARCHES = 100
/** How many interviews could be searched when a list was read; null where all could. */
const searchedOf = new LruCache<number | null>(MOST_SEARCHES)

/** Nothing to see: tells a search that was read while interviews are indexed when all of them are; one that found nothing, when more are. */
export function SearchGrowth({ search, isEmpty, onMore }: Props) {
  const freshness = useFreshness()
  const isKnown = freshness !== undefined
  const searchable = freshness?.coverage?.searchable ?? null
  useEffect(() => {
    if (!isKnown) return
    const before = searchedOf.get(search) ?? null
    searchedOf.set(search, searchable)
    const isMore = before !== null && before !== searchable
    if (isMore && (isEmpty || searchable === null)) onMore()
  }, [isKnown, searchable, search, isEmpty, onMore])
  return null
}
