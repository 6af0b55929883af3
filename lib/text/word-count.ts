const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
/** What a word has to have, with all of it that follows. */
const FROM_A_LETTER = /[\p{L}\p{N}]\S*/gu
/** Up to where every dictionary ends a word, or where that is too far away. */
const PIECE = /[^]{0,249}[\s。、！？]|[^]{1,250}/gu

const dictionary = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * Words as a reader of the language counts them; where they are written without spaces, those of a dictionary. Long texts are
 * asked for in pieces, since each word of a segmented text has a copy of the whole of it.
 */
export function countWords(text: string): number {
  let count = 0
  if (!UNSPACED.test(text)) {
    while (FROM_A_LETTER.test(text)) count += 1
    return count
  }
  for (const { 0: piece } of text.matchAll(PIECE))
    for (const { isWordLike } of dictionary.segment(piece)) if (isWordLike) count += 1
  return count
}
