import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TranscriptSegment } from './transcript-segment'

test('a text that is cut because it is long ends with a whole character, as its reader’s browser would have it', () => {
  const text = 'a'.repeat(49_999) + '🙂🙂'
  const segment = { speaker: 'candidate' as const, text, start: null, end: null }
  const page = renderToStaticMarkup(
    <TranscriptSegment index={0} segment={segment} name="Grace" aside={false} corrections={[]} />,
  )
  expect(page).toContain('aa</p>')
  expect(page).toContain('4 more characters are not shown')
})
