import type { Marked } from '@/lib/search/moment'
import { markedPieces } from './marked-pieces'

type Props = { text: string; matches: Marked['matches'] | undefined }

/** A text with what was searched for marked in it. */
export function MarkedText({ text, matches }: Props) {
  if (!matches) return text
  return markedPieces({ text, matches }).map(({ text: piece, isMatch, from }) =>
    isMatch ? <mark key={from}>{piece}</mark> : <span key={from}>{piece}</span>,
  )
}
