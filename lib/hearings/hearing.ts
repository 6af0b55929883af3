import { secondsOf, speechSpans, type Span } from '../interviews/speech'

/** Stretches that are this close, in seconds, were heard in one: a player leaves such gaps. */
const SEAM = 0.3

/** All that is in any of them, to the hundredth of a second; sorted and apart. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const rounded = spans.map(({ start, end }) => ({ start: round(start), end: round(end) }))
  return speechSpans(rounded, SEAM)
}

/** From 0 to 1: how much of `speech`, whose spans are sorted and apart, is heard; null where there is no speech. */
export function shareHeard(speech: readonly Span[], heard: readonly Span[]): number | null {
  const all = secondsOf(speech)
  if (all === 0) return null
  const common = speech.flatMap((part) =>
    heard.flatMap(({ start, end }) => {
      const both = { start: Math.max(start, part.start), end: Math.min(end, part.end) }
      return both.end > both.start ? [both] : []
    }),
  )
  return Math.min(1, secondsOf(common) / all)
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
