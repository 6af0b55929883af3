import { isMore, MOST_COUNTED } from '@/lib/interviews/list/counted'

/** A bounded count: no list is counted beyond a thousand for whoever only looks at it. */
export function boundedCount(count: number): string {
  return isMore(count) ? `${inThousands(MOST_COUNTED)}+` : inThousands(count)
}

/** How many of them are shown, while there are more. */
export function shownAmong(shown: number, count: number): string {
  const number = inThousands(shown)
  return isMore(shown) ? `${number} and more` : `${number} of ${boundedCount(count)}`
}

/** Which one of so many; beyond those that are counted nobody knows. */
export function placeAmong(place: number, count: number): string {
  return isMore(place) ? `after ${inThousands(MOST_COUNTED)}` : `${inThousands(place)} of ${boundedCount(count)}`
}

/** As Intl says it in English, whose first use would hold a phone up for longer than all else that a page draws. */
export function inThousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
