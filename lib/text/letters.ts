import { once } from '../once'

/** Longer words are compared by their beginning: an index has room for no more. */
export const LONGEST_WORD = 64
/**
 * UTF-16 units of a word that are folded, a letter with all its marks counted as sixteen: to put marks in order takes the square
 * of how many there are.
 */
const MOST_FOLDED = 16 * LONGEST_WORD

/**
 * Written without spaces, so that every character counts as a word. Scripts are named by a letter's own, never by its
 * extensions: those give Latin's tilde to Thai in one engine and not in the next.
 */
export const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3006\u3031-\u3035\u303C\u3192-\u3195\u3220-\u3229\u3280-\u3289\u30FC\uFF70\uFF9E\uFF9F]`

/** Apostrophes as they are typed, heard and transliterated, between letters: l’équipe, O'Connor, Hawaiʻi, col·lega, ג׳ורג׳. */
export const APOSTROPHE = String.raw`'’‘‛ʹʻʼʽʾʿˈ＇\`´′ꞌ՚׳״·`

/** The marks of alphabets in which a text is read as well without them; Thai or Hindi vowels are not among them. */
const accentPattern = once(
  () =>
    /[[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}]]--[\u3099\u309A]]/gv,
)
/** What is not to be seen, and whatever in a compatible form is no part of a word, as the brackets of ⑴. */
const notHeardPattern = once(() => new RegExp(String.raw`[${APOSTROPHE}\u0640\p{DI}]|[^\p{L}\p{N}\p{M}+#]`, 'gv'))
/** Letters that differ from their plain form by more than a mark. */
const PLAIN: Record<string, string> = {
  ...{ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' },
  ...numerals(0x0660),
  ...numerals(0x06f0),
}
const notPlainPattern = once(() => new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g'))
const ASCII = /^[A-Za-z0-9]+$/
/** Kana and Han, which have one form only, and Thai and Lao am, which Unicode would take apart. */
const WHOLE = /^[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\u0E33\u0EB3]$/

/** Case, accents, apostrophes, what is invisible and the forms of a letter make no difference. */
export function foldLetters(word: string): string {
  if (ASCII.test(word)) return word.slice(0, LONGEST_WORD).toLowerCase()
  if (WHOLE.test(word)) return word

  const begun = word.slice(0, MOST_FOLDED).normalize('NFKD')
  const plain = begun.replace(accentPattern(), '').toLowerCase().replace(notHeardPattern(), '').normalize('NFC')
  const folded = plain.replace(notPlainPattern(), (letter) => PLAIN[letter] ?? letter)
  return folded.length <= LONGEST_WORD ? folded : Array.from(folded).slice(0, LONGEST_WORD).join('')
}

function numerals(zero: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), `${digit}`]))
}
