import type { ListProgress, FirstReading } from './connection'

/** How the first reading of both lists goes; null once it is over. `now` in milliseconds. */
export function readingOf(lists: ListProgress[], now: number): FirstReading | null {
  const unread = lists.filter(({ passedAt }) => passedAt === null)
  if (unread.length === 0) return null

  const isKnown = unread.every(({ about }) => about !== null)
  const left = unread.map((list) => secondsLeft(list, now))
  return {
    seen: sum(lists.map(({ seen }) => seen)),
    about: isKnown ? sum(lists.map((list) => lengthOf(list))) : null,
    secondsLeft: isKnown && !left.includes(null) ? sum(left.map((seconds) => seconds ?? 0)) : null,
  }
}

/** At least what has been met of it. */
function lengthOf({ passedAt, about, seen }: ListProgress): number {
  return Math.max(seen, passedAt === null ? (about ?? 0) : 0)
}

/** At the pace that it has had until now. */
function secondsLeft({ seen, about, beganAt }: ListProgress, now: number): number | null {
  if (about === null || beganAt === null || seen === 0) return null
  const elapsed = Math.max(0, now - Date.parse(beganAt)) / 1000
  return (elapsed / seen) * Math.max(0, about - seen)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
