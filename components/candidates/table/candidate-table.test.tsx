import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NEWEST_FIRST } from '@/lib/interviews/list/sort'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { CandidateTable } from './candidate-table'
import { DEFAULT_COLUMNS } from './columns'
import { NOTHING_READ } from './loaded-list'

function tableOf(total: number): string {
  const items = [interviewRowWith({ id: 'one' })]
  const list = { ...NOTHING_READ, pages: [{ items, moments: {}, reasons: {}, attempts: {} }], total }
  const table = {
    list,
    columns: DEFAULT_COLUMNS,
    sort: NEWEST_FIRST,
    search: '',
    now: 0,
    isInPlace: true,
    onSort: () => {},
  }
  return renderToStaticMarkup(<CandidateTable {...table} />)
}

test('a table tells assistive technology its rows with its head, or that nobody knows how many there are', () => {
  expect(tableOf(1_000)).toContain('aria-rowcount="1001"')
  expect(tableOf(1_001)).toContain('aria-rowcount="-1"')
})
