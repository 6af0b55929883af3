import type { CorrectionDraft } from '../corrections/correction'
import { readingsOf, stretchReader } from '../transcript/as-read'
import { wordsIn } from '../text/fold'
import type { Quote } from '../transcript/quote'

/** A segment that is quoted from: its text as Ribbon sent it, and what of it is corrected. */
export type Said = { text: string; corrections: CorrectionDraft[] }

/** Whether these segments say it there, as Ribbon sent them or as they are corrected; a long quote is only its beginning. */
export function isSaid({ from, to, text, until }: Quote, segments: Said[]): boolean {
  const [first, last] = [segments.at(0), segments.at(-1)]
  const end = until?.to ?? to
  if (!first || !last || to > first.text.length || end > last.text.length) return false

  const lines: { sent: string; read: string }[] = []
  let length = 0
  for (const [index, segment] of segments.entries()) {
    const [start, stop] = [index === 0 ? from : 0, index === segments.length - 1 ? end : segment.text.length]
    const sent = segment.text.slice(start, stop)
    // What has no words in it has no line in the quote.
    if (wordsIn(sent).length === 0) continue
    const read = stretchReader(readingsOf(segment.text, segment.corrections))(start, stop)
    lines.push({ sent, read })
    length += Math.min(sent.trim().length, read.trim().length)
    if (length > text.length) break
  }
  const begins = (said: string[]) => spaced(said.join('\n')).startsWith(spaced(text))
  return begins(lines.map(({ sent }) => sent)) || begins(lines.map(({ read }) => read))
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
