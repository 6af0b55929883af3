import type { TimeSpan } from '@/lib/transcript/speech'
import type { PlaybackState } from './playback-state'

/** A frame lasts about 16 ms: a stretch that ends within one is over. */
const FRAME = 0.02

/** A transcript may be longer than its recording: where there is no sound there is nothing to go to. `duration` is 0 until it is known. */
export function withSound(spans: readonly TimeSpan[], duration: number): readonly TimeSpan[] {
  return duration ? spans.filter(({ start }) => start < duration - FRAME) : spans
}

export function isWithin(spans: readonly TimeSpan[], time: number): boolean {
  return spans.some(({ start, end }) => time >= start - FRAME && time < end - FRAME)
}

/** The stretch that is played at this time or next; undefined after the last. */
export function nextOf(spans: readonly TimeSpan[], time: number): TimeSpan | undefined {
  return spans.find(({ end }) => end - FRAME > time)
}

/** What is played of a recording; null when all of it is. */
export function wantedSpans({ spans, listening, duration }: PlaybackState): readonly TimeSpan[] | null {
  const wanted = spans ?? listening.spans
  return wanted && withSound(wanted, duration)
}
