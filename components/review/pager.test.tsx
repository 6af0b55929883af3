import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pager } from './pager'

const pagerAt = (position: number, total: number) =>
  renderToStaticMarkup(<Pager neighbours={{ previous: null, next: null, position, total }} search="" />)

test('where a candidate stands in their list is said as far as it is counted', () => {
  expect(pagerAt(3, 1_000)).toContain('>3 of 1,000<')
  expect(pagerAt(3, 1_001)).toContain('>3 of 1,000+<')
  expect(pagerAt(1_002, 1_001)).toContain('>after 1,000<')
})

test('what does not wait has no place in the queue', () => {
  expect(pagerAt(0, 13)).toContain('>Not waiting<')
})
