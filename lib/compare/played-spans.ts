import { candidateSpeech, gapsOf, listeningSpans } from '../transcript/listening'
import { commonSpans, speechSpans, type TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'
import type { Word } from '../transcript/words'

/** Seconds: what is left between two cuts and is shorter is no word. */
const SHORTEST = 0.15

type Told = { segments: Segment[]; words: Word[][]; masked: TimeSpan[]; spans: TimeSpan[] }

/** What of a recording is played for an answer, in seconds: never a word that names somebody whose name is hidden. */
export function playedSpans({ segments, words, masked, spans }: Told): {
  candidate: TimeSpan[]
  everything: TimeSpan[]
} {
  const spoken = listeningSpans(candidateSpeech(segments, (index) => words[index] ?? []))
  const audible = (some: TimeSpan[]) => {
    if (masked.length === 0) return some
    const end = Math.max(0, ...some.map((span) => span.end))
    return commonSpans(some, gapsOf(speechSpans(masked, 0), end)).filter((span) => span.end - span.start > SHORTEST)
  }
  return { candidate: audible(spoken), everything: audible(spans) }
}
