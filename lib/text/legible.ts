import { once } from '../once'

/** Turn what follows them round: what a name needs of direction is in its letters. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g
/** A mark alone has nothing to stand on, and a Braille blank is empty. */
const seenPattern = once(() => /[^\p{Z}\p{Cc}\p{Cf}\p{DI}\p{M}\u2800]/v)

/** A name, title or address as it can be shown on one line with others; null for one of which nothing can be seen. */
export function legible(text: string | null): string | null {
  if (text === null || !seenPattern().test(text)) return null
  return text.replace(DIRECTION_CONTROLS, '').trim()
}

/** For a text that is written among others where no element can hold it, as in a tooltip: it turns only itself round. */
export function isolated(text: string): string {
  return `\u2068${text.replace(DIRECTION_CONTROLS, '')}\u2069`
}

/** Of a text, at most so many UTF-16 units from its beginning, and no part of a character that is written in several. */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text
  let end = length
  while (end > 0 && isInside(text, end)) end--
  return text.slice(0, end || length)
}

/** Half of a surrogate pair, a joiner, a mark, a skin tone, a flag's letters. */
const continuesPattern = once(() => /^(?:[\uDC00-\uDFFF\u200D\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}])/u)

/** Whether the offset (UTF-16) parts what is read as one character: a letter and its marks, an emoji of several. */
export function isInside(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  return continuesPattern().test(text.slice(offset, offset + 2)) || before === JOINER
}
const JOINER = 0x200d
