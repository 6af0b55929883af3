import { countUntil } from '../count-until'
import type { TextSpan } from '../text/text-span'
import type { TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'

/** A word where it is read, with when it is said, in seconds: one that lacks one of its times lasts none. */
export type TimedWord = TextSpan & { time: TimeSpan }

/** From the end of what is said before a segment to the start of what is said after it, in seconds. */
type Around = { around: TimeSpan }

/**
 * When names are said, in seconds: while their words are, and where these have no place or no length, from the word before to
 * the word after. `words` and `names` are sorted.
 */
export function maskedSpans(words: TimedWord[], names: TextSpan[], within: TimeSpan): TimeSpan[] {
  return names.flatMap((name) => {
    const first = countUntil(words.length, (place) => (words[place]?.to ?? 0) <= name.from)
    const next = countUntil(words.length, (place) => (words[place]?.from ?? 0) < name.to)
    const own = words.slice(first, next)
    if (isPlaced(name, own)) return own.map(({ time }) => time)
    const [before, after] = [words[first - 1]?.time, words[next]?.time]
    const [start, end] = [before?.end ?? within.start, after?.start ?? within.end]
    if (start < end) return { start, end }
    // No time is left for it, so that its neighbours have taken it.
    return { start: before?.start ?? within.start, end: after?.end ?? within.end }
  })
}

/** Whether words that last some time are all of it. */
function isPlaced(name: TextSpan, words: TimedWord[]): boolean {
  let reached = name.from
  for (const { from, to, time } of words) if (time.end > time.start && from <= reached) reached = Math.max(reached, to)
  return reached >= name.to
}

/** The furthest that what is said in a segment can reach: its own times may be those of its words that have some. */
export function withinSilence({ start, end }: Pick<Segment, 'start' | 'end'>, { around }: Around): TimeSpan {
  return { start: Math.min(around.start, start ?? Infinity), end: Math.max(around.end, end ?? -Infinity) }
}

/** Each segment of an answer, in their order, with the silence that it stands in. */
export function withAround<Said extends { segment: Pick<Segment, 'start' | 'end'> }>(said: Said[]): (Said & Around)[] {
  let [before, after] = [0, Infinity]
  const ends = said
    .toReversed()
    .map(({ segment }) => {
      const end = after
      after = segment.start ?? after
      return end
    })
    .toReversed()
  return said.map((one, place) => {
    const around = { start: before, end: ends[place] ?? Infinity }
    before = one.segment.end ?? before
    return { ...one, around }
  })
}
