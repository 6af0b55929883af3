import type { Element, ElementContent, Root } from 'hast'
import type { Citation } from '@/lib/interviews/quotes'

type Find = (text: string) => Citation[]

/** What Markdown puts among the words of a paragraph; a sentence goes on through all of it. */
const INLINE = ['a', 'code', 'em', 'img', 'strong']
/** Nothing to press belongs into these. */
const WHOLE = ['a', 'code']

/** For react-markdown: adds an empty <cite> after every sentence that repeats what was said; its `data-place` says where. Markdown makes no <cite>. */
export function citeQuotes(find: Find) {
  return () => (tree: Root) => cite(tree, find)
}

function cite(parent: Root | Element, find: Find) {
  const children: ElementContent[] = []
  let inline: ElementContent[] = []
  const finish = () => {
    children.push(...withCitations(inline, find(inline.map(textOf).join(''))))
    inline = []
  }
  for (const child of parent.children as ElementContent[]) {
    if (child.type !== 'element' || INLINE.includes(child.tagName)) {
      inline.push(child)
      continue
    }
    finish()
    if (child.tagName !== 'pre') cite(child, find)
    children.push(child)
  }
  finish()
  parent.children = children
}

/** `citations` are of the nodes' text, taken together. */
function withCitations(nodes: ElementContent[], citations: Citation[]): ElementContent[] {
  let to = 0
  return nodes.flatMap((node) => {
    const from = to
    to += textOf(node).length
    const ended = citations.filter(({ end }) => end > from && end <= to)
    const within = ended.map((citation) => ({ ...citation, end: citation.end - from }))
    if (node.type === 'text') return piecesOf(node.value, within)
    if (node.type !== 'element' || WHOLE.includes(node.tagName)) return [node, ...within.map(citeElement)]
    return [{ ...node, children: withCitations(node.children, within) }]
  })
}

function piecesOf(text: string, citations: Citation[]): ElementContent[] {
  const edges = [0, ...citations.map(({ end }) => end)]
  const pieces = citations.flatMap((citation, index): ElementContent[] => [
    { type: 'text', value: text.slice(edges[index], citation.end) },
    citeElement(citation),
  ])
  return [...pieces, { type: 'text', value: text.slice(edges.at(-1)) }]
}

function citeElement({ segment, offset }: Citation): Element {
  return { type: 'element', tagName: 'cite', properties: { dataPlace: `${segment}:${offset}` }, children: [] }
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
