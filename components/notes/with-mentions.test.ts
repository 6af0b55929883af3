import { expect, test } from 'vitest'
import { readMarkdown } from '../markdown/read-markdown'
import { textOf, type MarkdownNode } from '../markdown/markdown-node'
import { withMentions } from './with-mentions'

const members = [
  { id: 'm', email: 'mara@example.com', name: 'Mara Lindqvist' },
  { id: 'j', email: 'jonas@example.com', name: null },
  { id: 'a', email: 'sam.a@example.com', name: 'Sam' },
  { id: 'b', email: 'sam.b@example.com', name: 'Sam' },
  { id: 'z', email: 'zoe@example.com', name: 'Zo\u00eb' },
]

const mentions = (nodes: MarkdownNode[]): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return node.kind === 'mention' ? [textOf(node)] : mentions(node.children)
  })

test.each([
  ['Worth it, @Mara Lindqvist what do you think?', ['@Mara Lindqvist']],
  ['@jonas and **@mara@example.com**, look', ['@jonas', '@mara@example.com']],
  ['- @MARA LINDQVIST: see 2:10', ['@MARA LINDQVIST']],
  ['@Mara Lindqvists own, and mail mara@example.com', ['@Mara']],
  ['@Maras own', []],
  ['@Sam may be either, @sam.b is one', ['@sam.b']],
  ['`@jonas` is what to type', []],
  ['As @Zoe\u0308 said', ['@Zo\u00eb']],
])('in “%s” those who are named stand out', (body, named) => {
  const nodes = withMentions(readMarkdown(body) ?? [], members)
  expect(mentions(nodes)).toEqual(named)
  expect(nodes.map(textOf).join('')).toBe((readMarkdown(body) ?? []).map(textOf).join('').normalize())
})
