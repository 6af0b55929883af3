import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf, type MarkdownNode } from './markdown-node'
import { DEEPEST_MARKDOWN, LONGEST_MARKDOWN, MOST_NODES, readMarkdown } from './read-markdown'

function read(text: string): MarkdownNode[] {
  const nodes = readMarkdown(text)
  if (!nodes) throw new Error('This is more than can be drawn')
  return nodes
}

test('a summary’s table, tasks, struck words and small headings are what they look like', () => {
  expect(read('Lead.\n\n| Skill | Level |\n|---|--:|\n| SQL | 4/5 |')).toMatchObject([
    { kind: 'p', children: ['Lead.'] },
    {
      kind: 'table',
      children: [
        {
          kind: 'thead',
          children: [
            {
              children: [
                { kind: 'th', children: ['Skill'] },
                { kind: 'th', align: 'right' },
              ],
            },
          ],
        },
        {
          kind: 'tbody',
          children: [
            {
              children: [
                { kind: 'td', align: null },
                { kind: 'td', children: ['4/5'] },
              ],
            },
          ],
        },
      ],
    },
  ])
  expect(read('- [x] **asked**\n- [ ] not asked\n- [y] neither\n\n1. [X] first\n\n2. b')).toMatchObject([
    { kind: 'ul', children: [{ task: 'done', children: ['', { kind: 'strong' }] }, { task: 'open' }, { task: null }] },
    { kind: 'ol', start: 1, children: [{ task: 'done', children: [{ kind: 'p', children: ['first'] }] }, {}] },
  ])
  expect(read('~~old~~\n\n##### Small heading')).toMatchObject([
    { kind: 'p', children: [{ kind: 'del', children: ['old'] }] },
    { kind: 'heading', level: 5, children: ['Small heading'] },
  ])
})

test.each([
  ['<img src=x onerror=alert(1)>', [{ kind: 'p', children: ['<img src=x onerror=alert(1)>'] }]],
  ['<script>\nalert(1)\n</script>', [{ kind: 'p', children: ['<script>', '\n', 'alert(1)', '\n', '</script>'] }]],
  ['[go](javascript:alert(1))', [{ kind: 'p', children: ['[go](javascript:alert(1))'] }]],
])('%s is text', (text, nodes) => {
  expect(read(text)).toEqual(nodes)
})

test('an image is its description', () => {
  expect(read('See ![her *desk*](https://a.example/x.png)!')).toMatchObject([
    { children: ['See ', { kind: 'a', href: '', children: ['her ', { kind: 'em' }] }, '!'] },
  ])
  expect(read('Go!<https://a.example>')).toMatchObject([{ children: ['Go!', { href: 'https://a.example' }] }])
})

/** What Markdown is made of, and what costs a careless parser the square of its length, or more. */
const PIECES = [
  ...[
    '-',
    ' ',
    '*',
    '_',
    '`',
    '~',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '|',
    '#',
    '=',
    '+',
    '1.',
    'a',
    '\n',
    '\\',
    '&',
    '"',
  ],
  ...[
    '- ',
    '> ',
    '1. ',
    '* a\n + b\n',
    '**',
    '~~',
    '```\n',
    '[a](b',
    '![',
    '](',
    '|-|\n',
    '<!--',
    '<a ',
    '<?',
    '&amp;',
    '&#x',
  ],
  ...[
    '[a]: b\n',
    '[a]',
    '---\n',
    '===\n',
    '    ',
    '  \n',
    '\t',
    'http://',
    'a@b.',
    'a^b',
    '*a **a ',
    '*a_ ',
    'ß',
    '候',
    '\0',
    '\r',
  ],
]
const piece = fc.constantFrom(...PIECES)
const hostile = fc
  .tuple(
    fc.array(piece, { maxLength: 4 }),
    fc.array(piece, { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: LONGEST_MARKDOWN }),
  )
  .map(([start, unit, length]) => start.join('') + unit.join('').repeat(Math.ceil(length / unit.join('').length)))
  .map((text) => text.slice(0, LONGEST_MARKDOWN))

test('what is drawn has bounds, whatever was written', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const nodes = readMarkdown(text) ?? []
      expect(sizeOf(nodes)).toBeLessThanOrEqual(MOST_NODES)
      expect(depthOf(nodes)).toBeLessThanOrEqual(DEEPEST_MARKDOWN + 1)
    }),
    { numRuns: 300 },
  )
})

test('no letter is lost, but what a fence is called and what a row of a table has too many of', () => {
  const words = fc.constantFrom(
    'x',
    ' y ',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '    ',
    '*',
    '`z`',
    '~~w',
    '# ',
    '1. ',
    '[ ',
    '![',
    '<',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 200 }), (pieces) => {
      const text = pieces.join('')
      const nodes = readMarkdown(text)
      if (nodes) expect(letters(nodes.map(textOf).join('\n'))).toBe(letters(text))
    }),
    { numRuns: 500 },
  )
})

/** Milliseconds of this process, the least of three, so that a busy machine counts for nothing. */
function cost(text: string): number {
  const once = () => {
    const begun = process.cpuUsage()
    readMarkdown(text)
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  }
  return Math.min(once(), once(), once())
}

test('no text costs many times what an ordinary one of its length does', () => {
  const prose = 'She ran the **night shift** for *two* years, and [nobody](https://a.example) got hurt.\n\n'
  const ordinary = 'x'.repeat(LONGEST_MARKDOWN).replaceAll(/x{88}/gu, prose).slice(0, LONGEST_MARKDOWN)
  for (let i = 0; i < 10; i++) cost(ordinary)
  const most = Math.max(5, cost(ordinary)) * 30
  fc.assert(
    fc.property(hostile, (text) => {
      const longest = text.repeat(Math.ceil(LONGEST_MARKDOWN / Math.max(1, text.length))).slice(0, LONGEST_MARKDOWN)
      expect(cost(longest)).toBeLessThan(most)
    }),
    { numRuns: 100 },
  )
})

test.each([
  '* + '.repeat(1_000),
  '>'.repeat(3_980),
  '- a\n'.repeat(2_000),
  '|-|-|\n'.repeat(600),
  'a'.repeat(10_000_000),
])('what nobody can read as Markdown is left as it was written', (text) => {
  expect(readMarkdown(text)).toBeNull()
})

function letters(text: string): number {
  return text.match(/[a-z]/gu)?.length ?? 0
}

function sizeOf(nodes: MarkdownNode[]): number {
  return nodes.reduce((size, node) => size + 1 + (typeof node === 'string' ? 0 : sizeOf(node.children)), 0)
}

function depthOf(nodes: MarkdownNode[]): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 1 : 1 + depthOf(node.children))))
}
