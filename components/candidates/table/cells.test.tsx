import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_SCORES } from '@/lib/assessment/scores'
import { NUMBER_RANGES } from '@/lib/interviews/list/filter'
import type { NumberRangeName } from '@/lib/interviews/list/filter-fields'
import { interviewRowWith, WITH_NUMBER } from '@/lib/interviews/testing/values'
import { CELLS } from './cells'

const NO_NUMBERS = Object.assign({}, ...NUMBER_RANGES.map((name) => WITH_NUMBER[name](null)))

/** What stands in a column of a row that has no number but this one. */
function draw(column: NumberRangeName, name: NumberRangeName): string {
  const { scores = NO_SCORES, generalScore = null, ...given } = { ...NO_NUMBERS, ...WITH_NUMBER[name](2) }
  const row = interviewRowWith({ ...given, assessment: { is: 'shown', scores, generalScore } })
  return renderToStaticMarkup(<td>{CELLS[column]({ row, reasons: {}, search: '', now: 0, columns: [] })}</td>)
}

test.each(NUMBER_RANGES)('a row that has %s alone shows it in its column, and – in every other', (name) => {
  const filled = NUMBER_RANGES.filter((column) => /\d/.test(draw(column, name).replaceAll(/<[^>]*>/g, '')))
  expect(filled).toEqual([name])
})
