import type { Marked } from '@/lib/search/search-hit'

export type Piece = { text: string; isMatch: boolean; from: number }

/** The text in the pieces that are a match and those between; matches that overlap become one. */
export function markedPieces({ text, matches }: Marked): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const add = (to: number, isMatch: boolean) => {
    if (to > end) pieces.push({ text: text.slice(end, to), isMatch, from: end })
    end = Math.max(end, to)
  }
  for (const { from, to } of matches.toSorted((a, b) => a.from - b.from)) {
    add(Math.min(from, text.length), false)
    add(Math.min(to, text.length), true)
  }
  add(text.length, false)
  return pieces
}
