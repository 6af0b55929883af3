import type { Segment } from './transcript'
import { addSpan, BREATH_SECONDS, speechSpans, type TimeSpan } from './speech'
import type { EachWord } from './words'

/** Seconds before and after what is played, so that a cut clips no sound. */
export const MARGIN_SECONDS = 0.25

/** A gap in the text from so many UTF-16 units on is no comma and no dash: words are said there that have no place. */
const GAP_OF_WORDS = 5

/**
 * When a segment is spoken, in seconds: while its words are, and where those must have been that lost their place in its
 * text, before the first, after the last and in a gap of the text. A silence between words that follow one another is none of it.
 * Words a breath apart may be one span.
 */
export function spokenSpans(words: EachWord, { start, end }: Pick<Segment, 'start' | 'end'>): TimeSpan[] {
  const spans: TimeSpan[] = []
  const isTimed = start !== null && end !== null
  const addLost = (from: number, to: number) => {
    if (to > from) addSpan(spans, { start: from, end: to })
  }
  let [first, last] = [Infinity, -Infinity]
  const before = { place: Infinity, time: Infinity }
  words.forEach((word) => {
    if (isTimed && word.from - before.place >= GAP_OF_WORDS) addLost(before.time, word.start)
    addSpan(spans, word)
    first = Math.min(first, word.start)
    last = Math.max(last, word.end)
    before.place = word.to
    before.time = word.end
  })
  if (!isTimed) return spans
  if (spans.length === 0) return [{ start, end }]
  addLost(start, first)
  addLost(last, end)
  return spans
}

/** When the candidate speaks, in seconds, breaths included, segment by segment; `wordsOfSegment` gives those of the segment at an index. */
export function candidateSpeech(
  segments: readonly Pick<Segment, 'speaker' | 'start' | 'end'>[],
  wordsOfSegment: (index: number) => EachWord,
): TimeSpan[] {
  return segments.flatMap((segment, index) =>
    segment.speaker === 'candidate' ? speechSpans(spokenSpans(wordsOfSegment(index), segment)) : [],
  )
}

/** What is left of a recording when it is only played for this speech, in seconds; none of it is cut, whoever else speaks. */
export function listeningSpans(spoken: readonly TimeSpan[]): TimeSpan[] {
  const widened = speechSpans(spoken, BREATH_SECONDS).map(({ start, end }) => ({
    start: Math.max(0, start - MARGIN_SECONDS),
    end: end + MARGIN_SECONDS,
  }))
  return speechSpans(widened, 0)
}

/** What lies between and around the spans, which are sorted and apart, up to `duration`. */
export function gapsOf(spans: readonly TimeSpan[], duration: number): TimeSpan[] {
  const ends = [0, ...spans.map(({ end }) => end)]
  const starts = [...spans.map(({ start }) => start), duration]
  return ends.flatMap((start, index) => {
    const end = starts[index] ?? duration
    return end > start ? [{ start, end }] : []
  })
}
