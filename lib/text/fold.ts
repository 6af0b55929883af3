import { once } from '../once'
import { APOSTROPHE, foldLetters, LONGEST_WORD, UNSPACED } from './letters'

/** A word as searches compare it, and its place in the text (UTF-16 offsets). */
export type FoldedWord = { word: string; from: number; to: number }

/** A word, or what an apostrophe leaves of one; `continues` the part before it, as équipe does in l’équipe. */
export type WordPart = FoldedWord & { continues: boolean }

/** Parts that make one word: of so many every run can be looked for. */
const MOST_PARTS = 4

/** Half-width kana take their voicing mark along, Han the selector of its variant, and Burmese's one letter that has two forms its vowel. */
const UNSPACED_WORD = String.raw`(?:\u1025\u102E|${UNSPACED})[\u3099\u309A\uFF9E\uFF9F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*`
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED}--[${APOSTROPHE}]]`
/** Where a word may be divided, or not: Persian and Khmer type these two invisible ones, or a space, or nothing. */
const DIVIDER = String.raw`${APOSTROPHE}\u200B\u200C`
/** Soft hyphens, joiners, direction marks: nothing that parts a word. */
const INVISIBLE = String.raw`[\p{DI}--[\u200B\u200C]]`
/** Hebrew's gershayim, as they are typed. */
const GERSHAYIM = String.raw`(?<=[\u0591-\u05F2])["“”″](?=[\u05D0-\u05EA])`
/** C++ and C# are words. */
const wordPattern = once(
  () =>
    new RegExp(
      String.raw`(?=[\p{L}\p{N}\p{M}])${UNSPACED_WORD}|${LETTER}+(?:(?:[${DIVIDER}${INVISIBLE}]+|${GERSHAYIM})${LETTER}+)*[+#]*`,
      'gv',
    ),
)
const partPattern = once(() => new RegExp(String.raw`${LETTER}+(?:${INVISIBLE}+${LETTER}+)*[+#]*`, 'gv'))
const dividedPattern = once(() => new RegExp(`[${DIVIDER}"“”″]`, 'v'))

/** The words of a text in their order, what apostrophes divide as one; punctuation, emoji and spaces only part them. */
export function wordsIn(text: string): FoldedWord[] {
  const words: FoldedWord[] = []
  for (const { word, from, to, continues } of partsIn(text)) {
    const before = words.at(-1)
    if (continues && before) words[words.length - 1] = { word: before.word + word, from: before.from, to }
    else words.push({ word, from, to })
  }
  return words
}

/** The same with what apostrophes divide apart. */
export function partsIn(text: string): WordPart[] {
  const parts: WordPart[] = []
  for (const { 0: word, index } of text.matchAll(wordPattern())) {
    if (dividedPattern().test(word)) addDivided(parts, word, index)
    else add(parts, { word: foldLetters(word), from: index, to: index + word.length, continues: false })
  }
  return parts
}

function addDivided(parts: WordPart[], whole: string, at: number) {
  let [count, length] = [0, 0]
  for (const { 0: part, index } of whole.matchAll(partPattern())) {
    const word = foldLetters(part)
    const continues = count > 0 && count < MOST_PARTS && length + word.length <= LONGEST_WORD
    const isAdded = add(parts, { word, from: at + index, to: at + index + part.length, continues })
    if (isAdded) [count, length] = continues ? [count + 1, length + word.length] : [1, word.length]
  }
}

function add(parts: WordPart[], part: WordPart): boolean {
  if (part.word !== '') parts.push(part)
  return part.word !== ''
}

/** Whether the writing of this folded word has no spaces: its neighbours are parts of the same word. */
export function isUnspaced(word: string): boolean {
  return unspacedPattern().test(word)
}
const unspacedPattern = once(() => new RegExp(`^${UNSPACED}`, 'v'))
