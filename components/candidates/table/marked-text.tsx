import type { ReactNode } from 'react'
import type { Marked } from '@/lib/search/search-hit'
import { attempted } from '../../guarded'
import { markedPieces } from './marked-pieces'

type Props = { text: string; matches: Marked['matches'] | undefined }

/** A text with what was searched for marked in it, or nothing marked where that cannot be drawn. */
export const MarkedText = attempted<Props>(
  function MarkedText({ text, matches }) {
    if (!matches) return text
    return markedPieces({ text, matches }).map(({ text: piece, isMatch, from }) =>
      isMatch ? <mark key={from}>{piece}</mark> : piece,
    )
  },
  ({ text }) => text,
)

/** The same; without a component where there is nothing to mark. */
export function marked(text: string, matches: Props['matches']): ReactNode {
  return matches ? <MarkedText text={text} matches={matches} /> : text
}
