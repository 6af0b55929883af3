import { isUnspaced, wordsIn } from '../text/fold'

const FIELDS = ['said', 'asked', 'name', 'flow', 'note'] as const

/** `any` is what the candidate said, name, email, flow, summary and questions, and what members noted. */
export type SearchField = 'any' | (typeof FIELDS)[number]

/** Folded words that follow each other; the last may be only the beginning of a word. */
export type Phrase = { words: string[]; isPrefix: boolean }

export type Term = Phrase & { field: SearchField; isExcluded: boolean }

/** Every term has to hold. */
export type Query = Term[]

/** Between Hebrew letters a quotation mark is part of the word. */
const PIECE =
  /(?<minus>-?)(?:(?<field>said|asked|name|flow|note):)?(?:["“”„](?<quoted>(?:[^"“”„]|(?<=[\u0591-\u05F2])["“”](?=[\u05D0-\u05EA]))*)(?<close>["“”„]?)|(?<bare>\S+))/giu
/** Come along with what is copied from a right-to-left text. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Reads what somebody typed; every text means something, and what has no word in it means nothing. */
export function parseQuery(text: string): Query {
  return Array.from(text.replace(DIRECTION_MARKS, '').matchAll(PIECE)).flatMap(({ groups = {} }) => {
    const { minus, field, quoted, close, bare } = groups
    const phrase = quoted === undefined ? typedPhrase(bare ?? '') : quotedPhrase(quoted, close === '')
    if (phrase.words.length === 0) return []
    return [{ field: readField(field), isExcluded: minus === '-', ...phrase }]
  })
}

/** The first thing that was asked of the talk itself, as a reader would type it to find it there; empty for none. */
export function spokenTerm(text: string): string {
  const term = parseQuery(text).find(({ field, isExcluded }) => !isExcluded && ['any', 'said', 'asked'].includes(field))
  return term?.words.join(' ') ?? ''
}

/** All of it as one phrase, as a reader types it to find it on a page. */
export function typedPhrase(text: string): Phrase {
  const words = wordsIn(text).map(({ word }) => word)
  return { words, isPrefix: isTypedPrefix(words.at(-1)) }
}

/** A quote that is still open is still being typed. */
function quotedPhrase(text: string, isOpen: boolean): Phrase {
  const { words, isPrefix } = typedPhrase(text)
  return { words, isPrefix: isOpen && isPrefix }
}

/** One letter begins too many words to mean one, and a character of an unspaced script is a word already. */
function isTypedPrefix(last: string | undefined): boolean {
  return last !== undefined && last.length > 1 && !isUnspaced(last)
}

function readField(name: string | undefined): SearchField {
  return FIELDS.find((field) => field === name?.toLowerCase()) ?? 'any'
}
