import { BREATH_SECONDS, speechSpans, type Span } from './speech'

/** Seconds before and after what is played, so that a cut clips no sound. */
const MARGIN_SECONDS = 0.25

/** What is left of a recording when it is only played for these words, in seconds; none of them is cut, whoever else speaks. */
export function listeningSpans(words: readonly Span[]): Span[] {
  const widened = speechSpans(words, BREATH_SECONDS).map(({ start, end }) => ({
    start: Math.max(0, start - MARGIN_SECONDS),
    end: end + MARGIN_SECONDS,
  }))
  return speechSpans(widened, 0)
}

/** What lies between and around the spans, which are sorted and apart, up to `duration`. */
export function gapsOf(spans: readonly Span[], duration: number): Span[] {
  const ends = [0, ...spans.map(({ end }) => end)]
  const starts = [...spans.map(({ start }) => start), duration]
  return ends.flatMap((start, index) => {
    const end = starts[index] ?? duration
    return end > start ? [{ start, end }] : []
  })
}
