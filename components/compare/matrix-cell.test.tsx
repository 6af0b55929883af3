import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CellFacts } from './matrix-cell'

const told = (seconds: number | null) =>
  renderToStaticMarkup(<CellFacts cell={{ state: 'answered', seconds, rating: null }} plays />)

test('an answer whose length nobody knows has a dash in its place', () => {
  expect(told(null)).toContain('>–<')
  expect(told(64)).toContain('>1:04<')
})
