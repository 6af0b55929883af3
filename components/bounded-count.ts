import { isMore, MOST_COUNTED } from '@/lib/interviews/list/counted'

/** A bounded count: no list is counted beyond a thousand for whoever only looks at it. */
export function boundedCount(count: number): string {
  return isMore(count) ? `${MOST_COUNTED.toLocaleString('en-US')}+` : count.toLocaleString('en-US')
}

/** How many of them are shown, while there are more. */
export function shownAmong(shown: number, count: number): string {
  const number = shown.toLocaleString('en-US')
  return isMore(shown) ? `${number} and more` : `${number} of ${boundedCount(count)}`
}

/** Which one of so many; beyond those that are counted nobody knows. */
export function placeAmong(place: number, count: number): string {
  return isMore(place)
    ? `after ${MOST_COUNTED.toLocaleString('en-US')}`
    : `${place.toLocaleString('en-US')} of ${boundedCount(count)}`
}
