import { isUnspaced, wordsIn } from '../text/fold'
import type { Segment } from './transcript'
import { quotedIn, sentencesOf } from '../text/sentences'
import { SpokenRuns } from './spoken-runs'

/** A text up to `end` repeats what is said from `offset` of a segment on; both are UTF-16 offsets. */
export type Citation = { end: number; segment: number; offset: number }

type SpokenWord = { word: string; segment: number; offset: number }

/** So many words in a row are no coincidence: fewer between quotation marks than without. A character of an unspaced script is a word. */
const ENOUGH = { quoted: 3, plain: 6 }
const UNSPACED_FACTOR = 2

/**
 * Finds where a text repeats the transcript word by word; the candidate's own words come before those of others. The
 * transcript is gone through once, however much the texts quote.
 */
export function createQuoteFinder(segments: Segment[]): (text: string) => Citation[] {
  let spoken: Spoken | null = null
  return (text) => {
    const sentences = sentencesOf(text)
    if (sentences.length === 0) return []
    spoken ??= spokenBy(segments)
    const { words, runs } = spoken
    return sentences.flatMap(({ from, to }) => {
      const place = placeOfQuote(text.slice(from, to), runs)
      const first = place === undefined ? undefined : words[place]
      return first ? [{ end: to, segment: first.segment, offset: first.offset }] : []
    })
  }
}

type Spoken = { words: SpokenWord[]; runs: SpokenRuns }

function spokenBy(segments: Segment[]): Spoken {
  const words = [...wordsBy(segments, true), ...wordsBy(segments, false)]
  return { words, runs: new SpokenRuns(words.map(({ word }) => word)) }
}

function wordsBy(segments: Segment[], candidate: boolean): SpokenWord[] {
  const words: SpokenWord[] = []
  for (const [segment, { speaker, text }] of segments.entries()) {
    if ((speaker === 'candidate') !== candidate) continue
    for (const { word, from } of wordsIn(text)) words.push({ word, segment, offset: from })
  }
  return words
}

/** What is quoted comes before what is only repeated; undefined where nothing is. */
function placeOfQuote(sentence: string, runs: SpokenRuns): number | undefined {
  for (const quoted of quotedIn(sentence)) {
    const words = foldedWords(quoted)
    const place = words.length < needed(words, ENOUGH.quoted) ? undefined : runs.placeOf(words)
    if (place !== undefined) return place
  }
  const words = foldedWords(sentence)
  return runs.placeOfAny(words, needed(words, ENOUGH.plain))
}

function needed(words: string[], enough: number): number {
  return isUnspaced(words[0] ?? '') ? enough * UNSPACED_FACTOR : enough
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word)
}
