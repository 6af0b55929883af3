import { expect, test } from 'vitest'
import { createQuoteFinder } from '@/lib/transcript/quotes'
import type { MarkdownNode } from '../../markdown/markdown-node'
import { readMarkdown } from '../../markdown/read-markdown'
import { citeQuotes } from './cite-quotes'

const SAID = 'Well, I ran the night shift for two years, and nobody got hurt.'
const find = createQuoteFinder([{ speaker: 'candidate', text: SAID, start: 0, end: 9 }])
const cited = (text: string) =>
  citeQuotes(readMarkdown(text) ?? [], find)
    .map(written)
    .join('')

function written(node: MarkdownNode): string {
  if (typeof node === 'string') return node
  if (node.kind === 'cite') return `[${node.segment}:${node.offset}]`
  return `<${node.kind}>${node.children.map(written).join('')}</>`
}

test.each([
  ['She says “I ran the *night* shift”. Good.', 'She says “I ran the <em>night</> shift”.[0:6] Good.'],
  ['**She says “I ran the night shift”. Good.**', '<strong>She says “I ran the night shift”.[0:6] Good.</>'],
  ['She says “I ran the ~~night~~ shift”.', 'She says “I ran the <del>night</> shift”.[0:6]'],
  ['She says “I ran the\nnight shift”. Good.', 'She says “I ran the\nnight shift”.[0:6] Good.'],
  ["She says 'I ran the night shift'.", "She says 'I ran the night shift'.[0:6]"],
  ['See [“I ran the night shift”](/a)', 'See <a>“I ran the night shift”</>[0:6]'],
  ['She says “I ran the day shift”.', 'She says “I ran the day shift”.'],
])('%s', (text, paragraph) => {
  expect(cited(text)).toBe(`<p>${paragraph}</>`)
})

test('each block and each broken line is read by itself', () => {
  expect(cited('- She “ran the\n- night shift”')).not.toContain('[0:')
  expect(cited('- “I ran the night shift”\n- Calm')).toContain('“I ran the night shift”[0:6]</>')
  expect(cited('“I ran the night shift”  \nCalm')).toContain('“I ran the night shift”[0:6]<br></>')
  expect(cited('|Said|\n|-|\n|“I ran the night shift”|')).toContain('“I ran the night shift”[0:6]</>')
})

test('code is left as it is', () => {
  expect(cited('    “I ran the night shift”')).not.toContain('[0:')
})
