import type { Token } from 'markdown-it'
import { PLAIN_KINDS, type Alignment, type MarkdownElement, type MarkdownNode } from './markdown-node'

type Limits = { deepest: number; most: number }

/** What the parser's tokens, which open and close, are a list of; null for more nodes or levels of them than these. */
export function treeOf(tokens: Token[], { deepest, most }: Limits): MarkdownNode[] | null {
  const root: MarkdownNode[] = []
  const open: MarkdownElement[] = []
  let size = 0
  for (const token of tokens.flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : token))) {
    // The paragraph of a list without space between its items.
    if (token.hidden) continue
    const siblings = open.at(-1)?.children ?? root
    if (token.nesting === -1) {
      const closed = open.pop()
      if (closed?.kind === 'li') closed.task = takeTask(closed.children)
      continue
    }
    const node = token.type === 'softbreak' ? '\n' : token.tag ? elementOf(token, siblings) : token.content
    if (node !== '') siblings.push(node)
    if (token.nesting === 1 && typeof node !== 'string') open.push(node)
    size += typeof node === 'string' ? 1 : 1 + node.children.length
    if (size > most || open.length > deepest) return null
  }
  return root
}

function elementOf(token: Token, siblings: MarkdownNode[]): MarkdownElement {
  const children = token.content ? [token.content] : []
  const { tag, type } = token
  if (type === 'fence' || type === 'code_block') return { kind: 'pre', children }
  if (type === 'heading_open') return { kind: 'heading', level: Number(tag.slice(1)), children }
  if (tag === 'ol') return { kind: 'ol', start: Number(token.attrGet('start') ?? 1), children }
  if (tag === 'li') return { kind: 'li', task: null, children }
  if (tag === 'th' || tag === 'td') return { kind: tag, align: alignmentOf(token), children }
  if (tag === 'a') {
    const isImage = token.markup !== 'autolink' && takeImageMark(siblings)
    return { kind: 'a', href: isImage ? '' : String(token.attrGet('href') ?? ''), children }
  }
  const kind = tag === 's' ? 'del' : PLAIN_KINDS.find((kind) => kind === tag)
  if (!kind) throw new Error(`Markdown has no element ${tag} here`)
  return { kind, children }
}

function alignmentOf(token: Token): Alignment {
  const style = String(token.attrGet('style') ?? '')
  return (['left', 'center', 'right'] as const).find((side) => style === `text-align:${side}`) ?? null
}

/** Whether the link that comes next is an image, which has a `!` before it; that is taken away. */
function takeImageMark(siblings: MarkdownNode[]): boolean {
  const before = siblings.at(-1)
  if (typeof before !== 'string' || !before.endsWith('!')) return false
  siblings.splice(-1, 1, before.slice(0, -1))
  return true
}

const TASK = /^\[([ xX])\]\s+/u

/** Takes `[x]` from the beginning of a list's item. */
function takeTask(children: MarkdownNode[]): 'done' | 'open' | null {
  const [first] = children
  if (typeof first !== 'string') return first?.kind === 'p' ? takeTask(first.children) : null
  const [mark, sign] = TASK.exec(first) ?? []
  if (mark === undefined) return null
  children[0] = first.slice(mark.length)
  return sign === ' ' ? 'open' : 'done'
}
