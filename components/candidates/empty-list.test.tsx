import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parseInterviewFilter } from '@/lib/interviews/list/filter'
import type { Freshness } from '@/lib/mirror/freshness'
import { EmptyList } from './empty-list'

const FRESH: Freshness = {
  ...{ now: '2026-01-01T00:00:00.000Z', asOf: '2026-01-01T00:00:00.000Z', seenSoFar: null },
  ...{ failure: null, stale: false, coverage: null, trouble: null },
}
const textOf = (search: string, coverage: Freshness['coverage']) =>
  renderToStaticMarkup(
    <EmptyList
      filter={parseInterviewFilter(new URLSearchParams(search))}
      freshness={{ ...FRESH, coverage }}
      isGivenNothing={false}
      onClear={() => {}}
      onSearch={() => {}}
    />,
  ).replaceAll(/<[^>]+>/g, ' ')

test.each(['q=night', 'q=night&state=ready'])(
  'of %s nothing is found yet while interviews are being indexed, and none is told to search otherwise',
  (search) => {
    const text = textOf(search, { searchable: 1_240, of: 5_000 })
    expect(text).toMatch(/Nothing found yet for\s+night/)
    expect(text).toContain('1,240 of 5,000 interviews can be searched so far. What is found in the others appears here')
    expect(text).not.toMatch(/Try fewer|other words/)
  },
)

test('once all of them are it is said what is searched', () => {
  expect(textOf('q=night', null)).toMatch(/Nothing found for\s+night\s.*Try fewer or shorter words/)
})
