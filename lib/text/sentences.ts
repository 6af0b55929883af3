/** UTF-16 offsets in a text. */
type Sentence = { from: number; to: number }

/** A quotation mark after the full stop belongs to its sentence. */
const END = /[.!?。！？؟]+["”»」』’')]*/gu
/** Scripts without spaces have none after a sentence either. */
const ENDS_WITHOUT_SPACE = /[。！？]/u
const SPACE = /\s/u

/** Without the space around them, of which a newline is one. Takes a time that grows with the text's length. */
export function sentencesOf(text: string): Sentence[] {
  const ends = Array.from(text.matchAll(END), ({ 0: mark, index }) => ({ mark, at: index + mark.length }))
    .filter(({ mark, at }) => at === text.length || SPACE.test(text.charAt(at)) || ENDS_WITHOUT_SPACE.test(mark))
    .map(({ at }) => at)
  return [...ends, text.length].flatMap((end, index, all) => {
    const begin = all[index - 1] ?? 0
    const sentence = text.slice(begin, end)
    const from = begin + sentence.length - sentence.trimStart().length
    const to = begin + sentence.trimEnd().length
    return to > from ? [{ from, to }] : []
  })
}

/** A straight single mark is an apostrophe as well, so it has to stand outside a word. */
const QUOTED =
  /["“„«「『]([^"“”„«»「」『』]{6,400})["”“»」』]|‘([^‘"“”„«»「」『』]{6,400})’|(?<![\p{L}\p{N}])'([^"“”„«»「」『』]{1,400}?)'(?![\p{L}\p{N}])/gu

/** What a sentence puts between quotation marks, without what it leaves out. */
export function quotedIn(sentence: string): string[] {
  return Array.from(
    sentence.matchAll(QUOTED),
    ([, double, curly, straight]) => double ?? curly ?? straight ?? '',
  ).flatMap((quoted) => quoted.split(/…|\.\.\./u))
}
