import { useEffect } from 'react'
import { useFreshness } from '../freshness'

type Props = {
  search: string
  isEmpty: boolean
  /** What the search finds may be more by now. */
  onMore: () => void
}

/** How many interviews could be searched when a list was read, of those that were read before all could. */
const searchedOf = new Map<string, number>()

/** Nothing to see: tells a search that was read while interviews are indexed when all of them are; one that found nothing, when more are. */
export function SearchGrowth({ search, isEmpty, onMore }: Props) {
  const freshness = useFreshness()
  const isKnown = freshness !== undefined
  const searchable = freshness?.coverage?.searchable ?? null
  useEffect(() => {
    if (!isKnown) return
    const before = searchedOf.get(search)
    if (searchable === null) searchedOf.delete(search)
    else searchedOf.set(search, searchable)
    const isMore = before !== undefined && before !== searchable
    if (isMore && (isEmpty || searchable === null)) onMore()
  }, [isKnown, searchable, search, isEmpty, onMore])
  return null
}
