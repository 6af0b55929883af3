import MarkdownIt from 'markdown-it'
import type { MarkdownNode } from './markdown-node'
import { treeOf } from './markdown-tree'

/** UTF-16 units: twice the longest note and more. */
export const LONGEST_MARKDOWN = 10_000
export const MOST_LINES = 500
/** Levels of lists, quotes and emphasis in one another. */
export const DEEPEST_MARKDOWN = 16
/** Elements and texts. */
export const MOST_NODES = 2_000
/** Of a table with as many rows as the text has lines: where a row lacks cells, the parser adds them. */
const MOST_CELLS = 5_000

const parser = new MarkdownIt({ maxNesting: DEEPEST_MARKDOWN })
// An image's description is read again and again within others, and a link's host would be encoded letter by letter.
parser.disable('image')
parser.normalizeLink = parser.normalizeLinkText = (url) => url

/** Never HTML and no images, which are their descriptions. Null for what is more than can be drawn in a moment: it is to be shown as it was written. */
export function readMarkdown(text: string): MarkdownNode[] | null {
  if (text.length > LONGEST_MARKDOWN) return null
  const lines = text.split(/\r\n?|\n/u)
  const pipes = lines.reduce((most, line) => Math.max(most, line.split('|').length - 1), 0)
  if (lines.length > MOST_LINES || lines.length * pipes > MOST_CELLS) return null
  const tokens = parser.parse(text, {})
  // The parser leaves out what is deeper.
  if (tokens.some(({ level }) => level >= DEEPEST_MARKDOWN - 1)) return null
  return treeOf(tokens, { deepest: DEEPEST_MARKDOWN, most: MOST_NODES })
}
