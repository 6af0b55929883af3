import type { Element, ElementContent, Root, Text } from 'hast'
import type { Citation } from '@/lib/interviews/quotes'

/** For react-markdown: adds an empty <cite> after every sentence that repeats what was said; its `data-place` says where. Markdown makes no <cite>. */
export function citeQuotes(find: (text: string) => Citation[]) {
  return () => (tree: Root) => cite(tree, find)
}

function cite(parent: Root | Element, find: (text: string) => Citation[]) {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return withCitations(child, find(child.value))
    if (child.type === 'element' && !['a', 'code', 'pre'].includes(child.tagName)) cite(child, find)
    return [child]
  })
}

function withCitations({ value }: Text, citations: Citation[]): ElementContent[] {
  const edges = [0, ...citations.map(({ end }) => end)]
  const pieces = citations.flatMap(({ end, segment, offset }, index): ElementContent[] => [
    { type: 'text', value: value.slice(edges[index], end) },
    { type: 'element', tagName: 'cite', properties: { dataPlace: `${segment}:${offset}` }, children: [] },
  ])
  return [...pieces, { type: 'text', value: value.slice(edges.at(-1)) }]
}
