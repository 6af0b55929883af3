import type { Author } from '@/lib/members/member'
import { mentionsIn } from '@/lib/notes/mentioned'
import type { MarkdownNode } from '../markdown/markdown-node'

/** What is not to be read as a text. */
const VERBATIM = ['code', 'pre', 'a']

/** The same with each place where it names a member as an element of its own. */
export function withMentions(nodes: MarkdownNode[], members: Author[]): MarkdownNode[] {
  return nodes.flatMap((node): MarkdownNode[] => {
    if (typeof node === 'string') return splitAtMentions(node.normalize(), members)
    if (VERBATIM.includes(node.kind)) return [node]
    return [{ ...node, children: withMentions(node.children, members) }]
  })
}

function splitAtMentions(text: string, members: Author[]): MarkdownNode[] {
  const nodes: MarkdownNode[] = []
  let from = 0
  for (const { at, length } of mentionsIn(text, members)) {
    if (at < from) continue
    nodes.push(text.slice(from, at), { kind: 'mention', children: [text.slice(at, at + length)] })
    from = at + length
  }
  return [...nodes, text.slice(from)].filter((node) => node !== '')
}
