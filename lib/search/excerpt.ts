import { beginningOf, isInside } from '../text/legible'
import { findMatches } from './matches'
import type { TextSpan } from '../text/text-span'
import type { Phrase } from './query'

/** UTF-16 units that are looked through: more than anybody says at a stretch. */
const MOST_READ = 100_000
/** UTF-16 units: two lines of a list. */
const LONGEST = 160
/** So much of an excerpt stands before its first match. */
const BEFORE = 50
const SENTENCE_END = /[.!?…]\s+|[。！？]/gu

/** The sentence around the first match, or as much of it as fits, and all matches in it; null where nothing matches. */
export function excerptOf(whole: string, phrases: Phrase[]) {
  const text = beginningOf(whole, MOST_READ)
  const matches = findMatches(text, phrases)
  const [first] = matches
  if (!first) return null

  const { from, to } = aroundMatch(text, first)
  const inside = matches
    .filter((match) => match.from >= from && match.to <= to)
    .map((match) => ({ from: match.from - from, to: match.to - from }))
  const before = from > 0 && !isSentenceStart(text, from) ? '…' : ''
  const after = to < text.trimEnd().length && !SENTENCE_STOP.test(text.slice(0, to)) ? '…' : ''
  const shift = before.length
  return {
    text: before + text.slice(from, to) + after,
    matches: inside.map((match) => ({ from: match.from + shift, to: match.to + shift })),
    at: first.from,
  }
}
const SENTENCE_STOP = /[.!?…。！？]\s*$/u

function isSentenceStart(text: string, from: number) {
  return SENTENCE_STOP.test(text.slice(0, from))
}

function aroundMatch(text: string, match: TextSpan): TextSpan {
  const sentence = sentenceAround(text, match)
  if (sentence.to - sentence.from <= LONGEST) return sentence

  const from = wordStart(text, Math.max(sentence.from, match.from - BEFORE), match.from)
  const to = wordEnd(text, Math.min(sentence.to, Math.max(match.to, from + LONGEST)), match.to)
  return { from, to }
}

function sentenceAround(text: string, match: TextSpan): TextSpan {
  let from = 0
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) {
    const next = index + end.length
    if (next <= match.from) from = next
    else if (index >= match.to) return { from, to: next - (end.length - end.trimEnd().length) }
  }
  return { from, to: text.trimEnd().length }
}

/** Not in the middle of a word or of a character, where there is a space to cut at. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0 || /\s/u.test(text[from - 1] ?? '')) return from
  const space = text.slice(from, latest).search(/\s/u)
  return space < 0 ? onCharacter(text, from) : from + space + 1
}

function wordEnd(text: string, to: number, earliest: number): number {
  if (to >= text.length || /\s/u.test(text[to] ?? '')) return to
  const cut = text.slice(earliest, to).search(/\s\S*$/u)
  return cut < 0 ? onCharacter(text, to) : earliest + cut
}

function onCharacter(text: string, offset: number): number {
  let whole = offset
  while (isInside(text, whole)) whole++
  return whole
}
