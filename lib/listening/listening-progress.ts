import { commonSpans, secondsOf, speechSpans, type TimeSpan } from '../transcript/speech'

/** Stretches that are this close, in seconds, were heard in one: a player leaves such gaps. */
const SEAM = 0.3
/** Seconds. What is heard of a recording counts up to here where nothing tells how long it is. */
export const LONGEST_RECORDING = 12 * 60 * 60
/** Stretches that are kept of one recording. */
export const MOST_SPANS = 500

/** All that is in any of them, to the hundredth of a second; sorted and apart. */
export function joinSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const rounded = spans.map(({ start, end }) => ({ start: round(start), end: round(end) }))
  return speechSpans(rounded, SEAM)
}

/** All that lies in the recording, of `duration` seconds where that is known, in at most `MOST_SPANS`. */
export function spansWithin(duration: number | null, spans: readonly TimeSpan[]): TimeSpan[] {
  const end = Math.min(duration ?? LONGEST_RECORDING, LONGEST_RECORDING)
  return fewerSpans(commonSpans(joinSpans(spans), [{ start: 0, end }]))
}

/** Of spans that are sorted and apart at most `MOST_SPANS`: the shortest gaps between them count as heard too. */
export function fewerSpans(spans: TimeSpan[]): TimeSpan[] {
  const excess = spans.length - MOST_SPANS
  if (excess <= 0) return spans
  const gaps = spans
    .slice(1)
    .map(({ start }, index) => ({ index: index + 1, seconds: start - (spans[index]?.end ?? 0) }))
  const shortest = gaps.toSorted((a, b) => a.seconds - b.seconds).slice(0, excess)
  const closed = new Set(shortest.map(({ index }) => index))
  const fewer: TimeSpan[] = []
  for (const [index, { start, end }] of spans.entries()) {
    const last = fewer.at(-1)
    if (last && closed.has(index)) last.end = end
    else fewer.push({ start, end })
  }
  return fewer
}

/** From 0 to 1: how much of `speech` is in `spans`; null where there is no speech. Both are sorted and apart. */
export function shareOf(speech: readonly TimeSpan[], spans: readonly TimeSpan[]): number | null {
  const all = secondsOf(speech)
  return all === 0 ? null : Math.min(1, secondsOf(commonSpans(speech, spans)) / all)
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
