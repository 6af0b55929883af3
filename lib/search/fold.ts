/** A word as searches compare it, and its place in the text (UTF-16 offsets). */
export type FoldedWord = { word: string; from: number; to: number }

/** Longer ones are compared by their beginning: an index has room for no more. */
const LONGEST_WORD = 64

/** Written without spaces, so that every character counts as a word; a half-width kana takes its voicing mark along. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`
const VOICING = String.raw`[\u3099\u309A\uFF9E\uFF9F]`
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED}]`
/** C++ and C# are words; an apostrophe inside one belongs to it. */
const WORD = new RegExp(
  String.raw`(?=[\p{L}\p{N}\p{M}])${UNSPACED}${VOICING}?|${LETTER}+(?:['’‘ʼ＇\`]${LETTER}+)*[+#]*`,
  'gv',
)

/** The marks of alphabets in which a text is read as well without them; Thai or Hindi vowels are not among them. */
const ACCENT =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}]]--[\u3099\u309A]]/gv
/** Apostrophes, and whatever in a compatible form is no part of a word, as the brackets of ⑴. */
const NOT_HEARD = /[ʼ\u0640]|[^\p{L}\p{N}\p{M}+#]/gu
/** Letters that differ from their plain form by more than a mark. */
const PLAIN: Record<string, string> = {
  ...{ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' },
  ...numerals(0x0660),
  ...numerals(0x06f0),
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/** The words of a text in their order; punctuation, emoji and spaces only part them. */
export function wordsIn(text: string): FoldedWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: match, index }) => ({
    word: fold(match),
    from: index,
    to: index + match.length,
  })).filter(({ word }) => word !== '')
}

/** Whether the writing of this folded word has no spaces: its neighbours are parts of the same word. */
export function isUnspaced(word: string): boolean {
  return IS_UNSPACED.test(word)
}
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'v')

/** Case, accents, apostrophes and the forms of a letter make no difference. */
function fold(word: string): string {
  if (PLAIN_ASCII.test(word) || WHOLE.test(word)) return word.slice(0, LONGEST_WORD)

  const plain = word.normalize('NFKD').replace(ACCENT, '').toLowerCase().replace(NOT_HEARD, '').normalize('NFC')
  return Array.from(plain.replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter))
    .slice(0, LONGEST_WORD)
    .join('')
}
const PLAIN_ASCII = /^[a-z0-9]+$/
/** Kana and Han, which have one form only, and Thai and Lao am, which Unicode would take apart. */
const WHOLE = /^[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\u0E33\u0EB3]$/

function numerals(zero: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), `${digit}`]))
}
