import { renderToStaticMarkup } from 'react-dom/server'
import Markdown from 'react-markdown'
import { expect, test } from 'vitest'
import { createQuoteFinder } from '@/lib/interviews/quotes'
import { citeQuotes } from './cite-quotes'

const SAID = 'Well, I ran the night shift for two years, and nobody got hurt.'
const find = createQuoteFinder([{ speaker: 'candidate', text: SAID, start: 0, end: 9 }])
const CITE = '<cite data-place="0:6"></cite>'
const drawn = (text: string) => renderToStaticMarkup(<Markdown rehypePlugins={[citeQuotes(find)]}>{text}</Markdown>)

test.each([
  ['She says “I ran the *night* shift”. Good.', `She says “I ran the <em>night</em> shift”.${CITE} Good.`],
  ['**She says “I ran the night shift”. Good.**', `<strong>She says “I ran the night shift”.${CITE} Good.</strong>`],
  ['She says “I ran the\nnight shift”. Good.', `She says “I ran the\nnight shift”.${CITE} Good.`],
  ["She says 'I ran the night shift'.", `She says &#x27;I ran the night shift&#x27;.${CITE}`],
  ['See [“I ran the night shift”](/a)', `See <a href="/a">“I ran the night shift”</a>${CITE}`],
  ['She says “I ran the day shift”.', 'She says “I ran the day shift”.'],
])('%s', (text, paragraph) => {
  expect(drawn(text)).toBe(`<p>${paragraph}</p>`)
})

test('each block and each broken line is read by itself', () => {
  expect(drawn('- She “ran the\n- night shift”')).not.toContain('<cite')
  expect(drawn('- “I ran the night shift”\n- Calm')).toContain(`“I ran the night shift”${CITE}</li>`)
  expect(drawn('“I ran the night shift”  \nCalm')).toContain(`“I ran the night shift”${CITE}<br/>`)
})

test('code is left as it is', () => {
  expect(drawn('    “I ran the night shift”')).not.toContain('<cite')
})
