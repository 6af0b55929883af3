/** A text is a string. */
export type MarkdownNode = string | MarkdownElement

export type MarkdownElement = { children: MarkdownNode[] } & (
  | { kind: (typeof PLAIN_KINDS)[number] }
  | { kind: 'heading'; level: number }
  | { kind: 'ol'; start: number }
  /** `task` is null for an item that is none. */
  | { kind: 'li'; task: 'done' | 'open' | null }
  | { kind: 'th' | 'td'; align: Alignment }
  /** Somebody's name, after an @. */
  | { kind: 'mention' }
  /** `href` is empty for an image, of which only the description is shown. */
  | { kind: 'a'; href: string }
  /** Where the sentence before it is said; `offset` is in UTF-16 units. */
  | { kind: 'cite'; segment: number; offset: number }
)

export type MarkdownKind = MarkdownElement['kind']

export type Alignment = 'left' | 'center' | 'right' | null

/** Those of which there is no more to say than what is in them. */
export const PLAIN_KINDS = [
  'p',
  'ul',
  'blockquote',
  'pre',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'strong',
  'em',
  'del',
  'code',
  'br',
] as const

export function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}
