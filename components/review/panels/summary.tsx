import type { Segment } from '@/lib/transcript/transcript'
import { rememberedQuotes } from '@/lib/transcript/remembered-quotes'
import { guarded } from '../../guarded'
import { AsWritten } from '../../markdown/as-written'
import { Markdown } from '../../markdown/markdown'
import { readMarkdown } from '../../markdown/read-markdown'
import { CitedMoment } from './cited-moment'
import { citeQuotes } from './cite-quotes'

/** `version` is the transcript's. */
type Props = { text: string | null; segments: Segment[]; version: string }

/** A sentence that quotes the transcript leads to the moment. */
export const Summary = guarded('The summary', function Summary({ text, segments, version }: Props) {
  if (text === null) return <p className="text-muted">Ribbon has written no summary.</p>
  const nodes = readMarkdown(text)
  return (
    <div dir="auto" className="text-base wrap-anywhere">
      {nodes ? (
        <Markdown nodes={citeQuotes(nodes, rememberedQuotes(segments, version))} cite={CitedMoment} />
      ) : (
        <AsWritten text={text} name="This summary" />
      )}
    </div>
  )
})
