import type { Citation } from '@/lib/transcript/quotes'
import { textOf, type MarkdownElement, type MarkdownKind, type MarkdownNode } from '../../markdown/markdown-node'

type Find = (text: string) => Citation[]

/** What Markdown puts among the words of a paragraph; a sentence goes on through all of it. */
const INLINE: MarkdownKind[] = ['a', 'code', 'del', 'em', 'strong']
/** Nothing to press belongs into these. */
const WHOLE: MarkdownKind[] = ['a', 'code']

/** Adds a `cite` after every sentence that repeats what was said. */
export function citeQuotes(nodes: MarkdownNode[], find: Find): MarkdownNode[] {
  const cited: MarkdownNode[] = []
  let inline: MarkdownNode[] = []
  const finish = () => {
    cited.push(...withCitations(inline, find(inline.map(textOf).join(''))))
    inline = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || INLINE.includes(node.kind)) {
      inline.push(node)
      continue
    }
    finish()
    cited.push(node.kind === 'pre' ? node : { ...node, children: citeQuotes(node.children, find) })
  }
  finish()
  return cited
}

/** `citations` are of the nodes' text, taken together. */
function withCitations(nodes: MarkdownNode[], citations: Citation[]): MarkdownNode[] {
  let to = 0
  return nodes.flatMap((node): MarkdownNode[] => {
    const from = to
    to += textOf(node).length
    const ended = citations.filter(({ end }) => end > from && end <= to)
    const within = ended.map((citation) => ({ ...citation, end: citation.end - from }))
    if (typeof node === 'string') return piecesOf(node, within)
    if (WHOLE.includes(node.kind)) return [node, ...within.map(citeElement)]
    return [{ ...node, children: withCitations(node.children, within) }]
  })
}

function piecesOf(text: string, citations: Citation[]): MarkdownNode[] {
  const edges = [0, ...citations.map(({ end }) => end)]
  const pieces = citations.flatMap((citation, index) => [text.slice(edges[index], citation.end), citeElement(citation)])
  return [...pieces, text.slice(edges.at(-1))]
}

function citeElement({ segment, offset }: Citation): MarkdownElement {
  return { kind: 'cite', segment, offset, children: [] }
}
