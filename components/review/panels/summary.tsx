import Markdown, { type Components } from 'react-markdown'
import type { Segment } from '@/lib/interviews/interview'
import { createQuoteFinder } from '@/lib/interviews/quotes'
import { OutsideLink } from '../../ui/outside-link'
import { CitedMoment } from './cited-moment'
import { citeQuotes } from './cite-quotes'

/** Elements only, never HTML; links leave without telling where from; an image is its description. */
const ELEMENTS: Components = {
  h1: ({ children }) => <h2 className="mt-5 mb-1 text-sm font-semibold">{children}</h2>,
  h2: ({ children }) => <h2 className="mt-5 mb-1 text-sm font-semibold">{children}</h2>,
  h3: ({ children }) => <h2 className="mt-5 mb-1 text-sm font-semibold">{children}</h2>,
  h4: ({ children }) => <h2 className="mt-5 mb-1 text-sm font-semibold">{children}</h2>,
  p: ({ children }) => <p className="my-2 whitespace-pre-line">{children}</p>,
  ul: ({ children }) => <ul className="my-2 list-disc space-y-1 ps-4 marker:text-faint">{children}</ul>,
  ol: ({ children }) => <ol className="my-2 list-decimal space-y-1 ps-4 marker:text-faint">{children}</ol>,
  cite: ({ node }) => {
    const [segment = 0, offset = 0] = String(node?.properties.dataPlace).split(':').map(Number)
    return <CitedMoment segment={segment} offset={offset} />
  },
  img: ({ alt }) => <span>{alt}</span>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
}

type Props = { text: string | null; segments: Segment[] }

/** A sentence that quotes the transcript leads to the moment. */
export function Summary({ text, segments }: Props) {
  if (text === null) return <p className="text-muted">Ribbon has written no summary.</p>
  return (
    <div dir="auto" className="text-base wrap-anywhere">
      <Markdown components={ELEMENTS} rehypePlugins={[citeQuotes(createQuoteFinder(segments))]}>
        {text}
      </Markdown>
    </div>
  )
}
