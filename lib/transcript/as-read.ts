import { countUntil } from '../count-until'
import type { Segment } from './transcript'

/** What is read instead of what a segment says; offsets are UTF-16 units in the segment as Ribbon sent it. */
export type Replacement = { segment: number; from: number; to: number; original: string; replacement: string }

/** A stretch of a segment as it is read: as Ribbon sent it, or corrected. */
export type Reading<Made extends Replacement = Replacement> = { text: string; correction: Made | null }

/** The segment's text, stretch by stretch; a correction that no longer fits it is left out. */
export function readingsOf<Made extends Replacement>(text: string, corrections: Made[]): Reading<Made>[] {
  const readings: Reading<Made>[] = []
  let at = 0
  for (const correction of corrections.toSorted((a, b) => a.from - b.from)) {
    const { from, to, original, replacement } = correction
    if (from < at || text.slice(from, to) !== original) continue
    if (from > at) readings.push({ text: text.slice(at, from), correction: null })
    readings.push({ text: replacement, correction })
    at = to
  }
  if (at < text.length) readings.push({ text: text.slice(at), correction: null })
  return readings
}

export function textAsRead(readings: Reading[]): string {
  return readings.map(({ text }) => text).join('')
}

export function correctionsBySegment<Made extends Replacement>(corrections: Made[]): Map<number, Made[]> {
  return correctionsBy(corrections, ({ segment }) => segment)
}

export function correctionsBy<Made extends Replacement, Key>(
  corrections: Made[],
  keyOf: (correction: Made) => Key,
): Map<Key, Made[]> {
  const byKey = new Map<Key, Made[]>()
  for (const correction of corrections) {
    const others = byKey.get(keyOf(correction))
    if (others) others.push(correction)
    else byKey.set(keyOf(correction), [correction])
  }
  return byKey
}

/** Those that fit what the transcript says now. */
export function fittingCorrections<Made extends Replacement>(segments: Segment[], corrections: Made[]): Made[] {
  const bySegment = correctionsBySegment(corrections)
  return segments.flatMap(({ text }, index) => {
    const own = bySegment.get(index)
    return own ? readingsOf(text, own).flatMap(({ correction }) => correction ?? []) : []
  })
}

/** A transcript's segments as they are read; `corrections` are those of all of them. */
export function segmentsAsRead(segments: Segment[], corrections: Replacement[]): Segment[] {
  const bySegment = correctionsBySegment(corrections)
  return segments.map((segment, index) => {
    const own = bySegment.get(index)
    return own ? { ...segment, text: textAsRead(readingsOf(segment.text, own)) } : segment
  })
}

/** Reads stretches of Ribbon's text, in UTF-16 units, without going through all of it for each; a correction is read whole. */
export function stretchReader(readings: Reading[]): (from: number, to: number) => string {
  let end = 0
  const placed = readings.map(({ text, correction }) => {
    const start = end
    end += correction ? correction.original.length : text.length
    return { text, isCorrection: correction !== null, start, end }
  })
  return (from, to) => {
    const first = countUntil(placed.length, (place) => (placed[place]?.end ?? 0) <= from)
    const next = countUntil(placed.length, (place) => (placed[place]?.start ?? 0) < to)
    return placed
      .slice(first, next)
      .map(({ text, isCorrection, start }) => (isCorrection ? text : text.slice(Math.max(0, from - start), to - start)))
      .join('')
  }
}

/** Where an offset of the text as it is read is in Ribbon's, in UTF-16 units; inside a correction its beginning. */
export function originalOffset(readings: Reading[], offset: number): number {
  let [read, sent] = [0, 0]
  for (const { text, correction } of readings) {
    if (offset < read + text.length) return correction ? sent : sent + offset - read
    read += text.length
    sent += correction ? correction.original.length : text.length
  }
  return sent
}
