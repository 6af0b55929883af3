/** The parameter of an interview that was opened from its reader's queue, and its whole query string, in the place of a list's. */
export const QUEUE_PARAMETER = 'queue'
export const QUEUE_SEARCH = `${QUEUE_PARAMETER}=1`

const QUEUE = { href: '/review', label: 'Review', back: 'Back to the queue', pages: 'Candidates of the queue' }

/** Where a walk began, in words too: the queue, or the list of this query string. */
export function walkHome(search: string): typeof QUEUE {
  if (search === QUEUE_SEARCH) return QUEUE
  const href = `/candidates${search && `?${search}`}`
  return { href, label: 'Candidates', back: 'Back to the list', pages: 'Candidates of this list' }
}
