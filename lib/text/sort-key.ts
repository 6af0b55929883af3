import { legible } from './legible'

/** Characters: as much as a cursor carries. */
const LONGEST_KEY = 200
/** Less than whatever a key has before it, so that a name comes before one that goes on. */
const SAME_SO_FAR = '\u0001'

/** Marks that count only between names that are the same without them: accents, voicing, nukta, Thai tones. */
const MARKS = /[\p{Script=Inherited}\u093C\u0E47-\u0E4E]/gu
/** Thai and Lao write some vowels before the consonant that they follow. */
const LEADING_VOWEL = /([\u0E40-\u0E44\u0EC0-\u0EC4])([\u0E01-\u0E2E\u0E81-\u0EAE])/g
const KATAKANA = /[\u30A1-\u30F6]/g
const KATAKANA_BEHIND_HIRAGANA = 0x60
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎ]/g
const SORTED = /[^\p{L}\p{N}\p{M}\x20-\x7E]/gu

/** In the order of Unicode's root collation where code points have another one; ranked from the first code point on. */
const ALPHABETS: [string, string][] = [
  [' ', ` _-,;:!?.'"()@/&`],
  ['A', 'abɓcdɗeəfgɣhiıjkƙlmnŋopqrstuvwxyƴzþʒʔ'],
  ['а', 'аәбвгҕдђеєжзѕиійјкқлљмнңњоөпрстћуұүфхһцчџшщъыьэюя'],
  ['\u0620', 'ءآأؤإئابپةتثٹجچحخدذڈرزڑژسشصضطظعغفقكکگلمنںهھہوىيیے'],
]
const RANKS = new Map(
  ALPHABETS.flatMap(([first, letters]) =>
    Array.from(letters, (letter, index): [string, string] => [letter, laterBy(index, first)]),
  ),
)
/** Letters that differ from others by their form only; those that Unicode takes apart itself are not among them. */
const FORMS: Record<string, string> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ς: 'σ', ґ: 'г', ғ: 'г' },
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ', '’': "'", '‘': "'", ʼ: "'", '‐': '-', '‑': '-', '–': '-' },
}

/**
 * What a name is sorted by, compared code point by code point, so that every database sorts alike: its letters in the order
 * of their alphabet, and where those are the same its accents. Null for what has nothing to sort by.
 */
export function sortKey(name: string | null): string | null {
  const text = (legible(name) ?? '').replaceAll(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC')
  if (text === '') return null

  const letters = Array.from(text.replace(LEADING_VOWEL, '$2$1'), (letter) => rankOf(letter)).join('')
  const alike = letters
    .replace(KATAKANA, (kana) => laterBy(-KATAKANA_BEHIND_HIRAGANA, kana))
    .replace(SMALL_KANA, (kana) => laterBy(1, kana))
    .replace(SORTED, '')
  return Array.from(alike + SAME_SO_FAR + text.normalize('NFKD'))
    .slice(0, LONGEST_KEY)
    .join('')
}

/** What a row is called. */
export function candidateKey({ name, email }: { name: string | null; email: string | null }): string | null {
  return sortKey(name) ?? sortKey(email)
}

function rankOf(letter: string): string {
  const rank = RANKS.get(letter)
  if (rank !== undefined) return rank
  const plain = FORMS[letter] ?? letter.normalize('NFKD').replace(MARKS, '')
  return Array.from(plain, (part) => RANKS.get(part) ?? FORMS[part] ?? part).join('')
}

function laterBy(count: number, letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + count)
}
