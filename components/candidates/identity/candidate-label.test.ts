import { expect, test } from 'vitest'
import { flowLabel } from './candidate-label'

test('a flow that is none is told from one that is gone, and from one without a title', () => {
  expect(flowLabel({ id: null, title: null })).toBe('Without a flow')
  expect(flowLabel({ id: 'f', title: null })).toBe('Flow no longer in Ribbon')
  expect(flowLabel({ id: 'f', title: ' ' })).toBe('f')
  expect(flowLabel({ id: 'f', title: 'Nights' })).toBe('Nights')
})
