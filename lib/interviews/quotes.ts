import { isUnspaced, wordsIn } from '../search/fold'
import type { Segment } from './interview'

/** A text up to `end` repeats what is said from `offset` of a segment on; both are UTF-16 offsets. */
export type Citation = { end: number; segment: number; offset: number }

type SpokenWord = { word: string; segment: number; offset: number }

/** A straight single mark is an apostrophe as well, so it has to stand outside a word. */
const QUOTED =
  /["“„«「『‘]([^"“”„«»「」『』]{6,400})["”“»」』’]|(?<![\p{L}\p{N}])'([^"“”„«»「」『』]{1,400}?)'(?![\p{L}\p{N}])/gu
/** So many words in a row are no coincidence: fewer between quotation marks than without. A character of an unspaced script is a word. */
const ENOUGH = { quoted: 3, plain: 6 }
const UNSPACED_FACTOR = 2

/** Finds where a text repeats the transcript word by word; the candidate's own words come before those of others. */
export function createQuoteFinder(segments: Segment[]): (text: string) => Citation[] {
  let spoken: SpokenWord[] | null = null
  return (text) => {
    spoken ??= [...spokenBy(segments, true), ...spokenBy(segments, false)]
    const found = sentencesOf(text).map((sentence) => citationOf(text, sentence, spoken ?? []))
    return found.filter((citation) => citation !== null)
  }
}

function spokenBy(segments: Segment[], candidate: boolean): SpokenWord[] {
  return segments.flatMap(({ speaker, text }, segment) =>
    (speaker === 'candidate') === candidate
      ? wordsIn(text).map(({ word, from }) => ({ word, segment, offset: from }))
      : [],
  )
}

type Sentence = { from: number; to: number }

function citationOf(text: string, { from, to }: Sentence, spoken: SpokenWord[]): Citation | null {
  const sentence = text.slice(from, to)
  const quoted = Array.from(sentence.matchAll(QUOTED), ([, double, single]) =>
    (double ?? single ?? '').split(/…|\.\.\./u),
  ).flat()
  const candidates = [
    ...quoted.map((piece) => ({ words: foldedWords(piece), enough: ENOUGH.quoted, isWhole: true })),
    { words: foldedWords(sentence), enough: ENOUGH.plain, isWhole: false },
  ]
  for (const { words, enough, isWhole } of candidates) {
    const needed = isUnspaced(words[0] ?? '') ? enough * UNSPACED_FACTOR : enough
    const place =
      words.length < needed ? undefined : isWhole ? findRun(spoken, words) : findAnyRun(spoken, words, needed)
    if (place) return { end: to, segment: place.segment, offset: place.offset }
  }
  return null
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word)
}

function findRun(spoken: SpokenWord[], words: string[]): SpokenWord | undefined {
  return spoken.find((first, at) => first.word === words[0] && words.every((word, i) => spoken[at + i]?.word === word))
}

/** The first run of so many words of the sentence that is said. */
function findAnyRun(spoken: SpokenWord[], words: string[], length: number): SpokenWord | undefined {
  const runs = new Set<string>()
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(' '))
  const firsts = new Set(words)
  return spoken.find(({ word }, at) => {
    if (!firsts.has(word)) return false
    const run = spoken.slice(at, at + length)
    return runs.has(run.map((said) => said.word).join(' '))
  })
}

/** Without the space around them, of which a newline is one; a quotation mark after the full stop belongs to its sentence. */
function sentencesOf(text: string): Sentence[] {
  return Array.from(text.matchAll(/.+?(?:[.!?。！？؟]+["”»」』’')]*(?=\s|$)|[。！？]["”»」』]*|$)/gsu), (match) => {
    const from = match.index + match[0].length - match[0].trimStart().length
    return { from, to: match.index + match[0].trimEnd().length }
  }).filter(({ from, to }) => to > from)
}
