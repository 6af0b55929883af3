import { array, assert, constantFrom, property, string } from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wordsOf } from '../transcript/words'
import { ribbonInterview } from './interview'

/** Whatever a reader of HTML might take for something else: line ends, what is escaped, what is not to be seen, half of a pair. */
const unit = constantFrom(
  ...['\r', '\n', '\r\n', ' ', '\t', '\f', '\0', '\uFEFF', '\u0085', '\u2028', '\uD83D'],
  ...['a', 'é', '🙂', '<', '&amp;', '>'],
)
const token = string({ unit, maxLength: 8 })

function readFrom(tokens: string[], content: string) {
  const words = tokens.map((word, index) => ({ word, start: index, end: index + 0.5 }))
  const interview_data = { transcript_with_timestamp: [{ role: 'user', content, words }] }
  const read = ribbonInterview.parse({ interview_id: 'one', status: 'completed', interview_data })
  const [segment] = read.segments
  if (!segment) throw new Error('nothing is said')
  return { segment, words: wordsOf(read.words[0]) }
}

/** What a page says in a <p> of the server's: HTML knows one line end, no NUL and no half of a pair. */
function shownInPage(text: string): string {
  const markup = renderToStaticMarkup(<p>{text}</p>)
  const sent = new TextDecoder()
    .decode(new TextEncoder().encode(markup))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
  const [, said = ''] = /<p[^>]*>([^<]*)<\/p>/.exec(sent) ?? []
  return said.replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (escaped) => ESCAPED[escaped] ?? '')
}
const ESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }

test('an offset made on the server means the same in the page, whatever is in the text', () => {
  assert(
    property(array(token), (tokens) => {
      const { segment, words } = readFrom(tokens, tokens.join(''))
      const shown = shownInPage(segment.text)
      expect(shown).toBe(segment.text)
      for (const { from, to } of words) expect(shown.slice(from, to)).toMatch(/^\S(?:[^]*\S)?$/u)
    }),
  )
})

test('every word keeps its place, whatever ends the lines between them, also where a line end is parted', () => {
  const words = array(string({ unit: constantFrom('a', 'b', 'é', '🙂'), minLength: 1, maxLength: 5 }), { minLength: 1 })
  const ends = array(constantFrom('\r', '\n', '\r\n', ' \r\n', '\n\r'), { minLength: 20, maxLength: 20 })
  assert(
    property(words, ends, array(constantFrom(0, 1, 2), { minLength: 20, maxLength: 20 }), (said, between, parted) => {
      const end = (index: number) => (index < 0 ? '' : (between[index % 20] ?? ''))
      const part = (index: number) => Math.min(parted[Math.max(0, index) % 20] ?? 0, end(index).length)
      const tokens = said.map(
        (word, index) => end(index - 1).slice(part(index - 1)) + word + end(index).slice(0, part(index)),
      )
      const content = said.map((word, index) => word + end(index)).join('')
      const read = readFrom(tokens, content)
      const shown = shownInPage(read.segment.text)
      expect(read.words.map(({ from, to }) => shown.slice(from, to))).toEqual(said)
    }),
  )
})
