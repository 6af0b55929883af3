import { countUntil } from '../count-until'
import type { Replacement } from '../transcript/as-read'
import { readingsOf } from '../transcript/as-read'
import type { TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'
import { wordsOf, type CompactWords, type Word } from '../transcript/words'
import { patched, type Patch } from '../text/patched'
import type { Mask } from './mask'

/** Of one segment: what it says, where its words are and when, and what of it names somebody. */
export type ReadSegment = { text: string; words: Word[]; masked: TimeSpan[] }

type Said = { segment: Segment; words: CompactWords[number] | undefined; corrections: Replacement[] }

/** A segment as it is read, with its corrections, and then with what stands in place of names. */
export function wordsAsRead({ segment, words, corrections }: Said, mask: Mask): ReadSegment {
  const read = patched(segment.text, patchesOf(segment.text, corrections))
  const masks = mask(read.text)
  const shown = patched(read.text, masks)
  const placed = wordsOf(words).map(({ from, to, ...time }) => {
    const [start, end] = [read.at(from, 'start'), read.at(to, 'end')]
    return {
      time,
      isMasked: isMasked(masks, start, end),
      from: shown.at(start, 'start'),
      to: shown.at(end, 'end'),
    }
  })
  return {
    text: shown.text,
    words: joined(placed.map(({ from, to, time }) => ({ from, to, ...time }))),
    masked: placed.flatMap(({ isMasked, time }) => (isMasked ? [time] : [])),
  }
}

/** The masks are sorted and apart. */
function isMasked(masks: Patch[], from: number, to: number): boolean {
  const next = masks[countUntil(masks.length, (place) => (masks[place]?.to ?? 0) <= from)]
  return next !== undefined && next.from < to
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
