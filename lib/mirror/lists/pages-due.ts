const DAY_SECONDS = 86_400

/** What the mirror allows itself: as many calls as are under way at once, each a third of a second. */
const CALLS_UNDER_WAY = 4
const CALLS_A_DAY = CALLS_UNDER_WAY * 3 * DAY_SECONDS

/** So many of them, one in a hundred, go to reading again what is known already: at ten a page, 103,680 interviews a day. */
export const REREAD_CALLS_A_DAY = CALLS_A_DAY / 100

/** A round takes less than a day, so that what changes right behind it is noticed within one. */
const ROUND_SECONDS = 20 * 3_600

/** After a long rest only so many at once: the others wait. */
const MOST_AT_ONCE = 100

/**
 * How many pages of a list of so many are due `elapsed` seconds after the last ones, and how many seconds those are worth: the
 * rest of the time counts for the next.
 */
export function pagesDue(pagesInAll: number, elapsed: number): { pages: number; seconds: number } {
  const perSecond = Math.min(pagesInAll / ROUND_SECONDS, REREAD_CALLS_A_DAY / DAY_SECONDS)
  const due = perSecond * Math.max(0, elapsed)
  if (due >= MOST_AT_ONCE) return { pages: MOST_AT_ONCE, seconds: elapsed }
  const pages = Math.floor(due)
  return { pages, seconds: pages === 0 ? 0 : pages / perSecond }
}
