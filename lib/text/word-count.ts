const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
const HAS_LETTER = /[\p{L}\p{N}]/u

/** Words as a reader of the language counts them; where they are written without spaces, those of a dictionary. */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return text.split(/\s+/u).filter((word) => HAS_LETTER.test(word)).length
  const pieces = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return Array.from(pieces).filter(({ isWordLike }) => isWordLike).length
}
