export type ListOrder = 'newest_first' | 'oldest_first' | 'mixed'

/** What a list says about its order, when some of its ids are new; null when it says nothing. */
export function orderShown(ids: string[], isNew: (id: string) => boolean): ListOrder | null {
  const places = ids.map((id) => isNew(id))
  const [firstNew, lastNew] = [places.indexOf(true), places.lastIndexOf(true)]
  const [firstKnown, lastKnown] = [places.indexOf(false), places.lastIndexOf(false)]
  if (firstNew < 0 || firstKnown < 0) return null

  if (lastNew < firstKnown) return 'newest_first'
  return firstNew > lastKnown ? 'oldest_first' : 'mixed'
}

/** An order that was learned before counts until a list contradicts it. */
export function orderLearned(before: ListOrder | null, shown: ListOrder | null): ListOrder | null {
  if (shown === null) return before
  return before === null || before === shown ? shown : 'mixed'
}
