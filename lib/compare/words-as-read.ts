import type { Replacement } from '../transcript/as-read'
import { readingsOf } from '../transcript/as-read'
import type { TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'
import { wordsOf, type CompactWords, type Word } from '../transcript/words'
import { patched, type Patch } from '../text/patched'
import type { Mask } from './mask'
import { maskedSpans, withinSilence } from './masked-spans'

/** Of one segment: what it says, where its words are and when, and what of it names somebody. */
export type ReadSegment = { text: string; words: Word[]; masked: TimeSpan[] }

/** `around` is the silence that the segment stands in, in seconds. */
type Said = {
  segment: Segment
  around: TimeSpan
  words: CompactWords[number] | undefined
  corrections: Replacement[]
}

/** A segment as it is read, with its corrections, and then with what stands in place of names. */
export function wordsAsRead({ segment, around, words, corrections }: Said, mask: Mask): ReadSegment {
  const read = patched(segment.text, patchesOf(segment.text, corrections))
  const masks = mask(read.text)
  const shown = patched(read.text, masks)
  const placed = wordsOf(words).map(({ from, to, ...time }) => {
    return { from: read.at(from, 'start'), to: read.at(to, 'end'), time }
  })
  return {
    text: shown.text,
    words: joined(
      placed.map(({ from, to, time }) => ({ from: shown.at(from, 'start'), to: shown.at(to, 'end'), ...time })),
    ),
    masked: maskedSpans(placed, masks, withinSilence(segment, { around })),
  }
}

function patchesOf(text: string, corrections: Replacement[]): Patch[] {
  return readingsOf(text, corrections).flatMap(({ correction }) =>
    correction ? [{ from: correction.from, to: correction.to, text: correction.replacement }] : [],
  )
}

/** What several words were replaced by is one that takes as long as they do. */
function joined(words: Word[]): Word[] {
  const apart: Word[] = []
  for (const word of words) {
    const last = apart.at(-1)
    if (last && word.from < last.to) {
      last.to = Math.max(last.to, word.to)
      last.end = Math.max(last.end, word.end)
    } else apart.push({ ...word })
  }
  return apart
}
