import type { Marked } from '@/lib/search/search-hit'
import { attempted } from '../../guarded'
import { markedPieces } from './marked-pieces'

type Props = { text: string; matches: Marked['matches'] | undefined }

/** A text with what was searched for marked in it, or nothing marked where that cannot be drawn. */
export const MarkedText = attempted<Props>(
  function MarkedText({ text, matches }) {
    if (!matches) return text
    return markedPieces({ text, matches }).map(({ text: piece, isMatch, from }) =>
      isMatch ? <mark key={from}>{piece}</mark> : <span key={from}>{piece}</span>,
    )
  },
  ({ text }) => text,
)
