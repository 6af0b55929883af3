import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Assigned } from '@/lib/assignments/assignment'
import { AssignOutcome } from './assign-outcome'

const draw = (assigned: Assigned) =>
  renderToStaticMarkup(
    <AssignOutcome assigned={assigned} unfilledBecause="nobody else who is chosen sees them" onUndo={() => {}} />,
  )

test('of what was too much for once it is said how much is left, in figures that can be read', () => {
  const assignmentIds = Array.from({ length: 2_000 }, (_, index) => `a${index}`)
  const words = draw({ assignmentIds, left: 1_312, unfilled: 14 }).replaceAll(/<[^>]*>/g, ' ')
  expect(words).toContain(
    '2,000 assigned. 1,312 interviews are left: assign again for them. 14 could not be: nobody else who is chosen sees them.',
  )
  expect(words).toContain('Undo')
  expect(draw({ assignmentIds: ['a'], left: 1, unfilled: 0 })).toContain('1 interview is left: assign again for it.')
})

test('who was not assigned anything has nothing to undo', () => {
  const words = draw({ assignmentIds: [], left: 0, unfilled: 0 })
  expect(words).toContain('Nothing was missing')
  expect(words).not.toContain('Undo')
})
