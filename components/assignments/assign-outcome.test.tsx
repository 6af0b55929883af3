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
  const words = draw({ assignmentIds, redated: [], left: 1_312, unfilled: 14 }).replaceAll(/<[^>]*>/g, ' ')
  expect(words).toContain(
    '2,000 assigned. 1,312 interviews are left: assign again for them. 14 could not be: nobody else who is chosen sees them.',
  )
  expect(words).toContain('Undo')
  expect(draw({ assignmentIds: ['a'], redated: [], left: 1, unfilled: 0 })).toContain(
    '1 interview is left: assign again for it.',
  )
})

const moved = (from: string | null, ...ids: string[]) => ({ assignmentIds: ids, from, to: '2026-12-04' })

test('what was assigned before and is due on another day now is said, and can be undone', () => {
  const assigned = {
    assignmentIds: [],
    redated: [moved(null, 'a', 'b'), moved('2026-12-01', 'c')],
    left: 0,
    unfilled: 0,
  }
  expect(draw(assigned)).toContain('3 had been assigned before and are due on another day now.')
  expect(draw(assigned)).not.toContain('Nothing was missing')
  expect(draw(assigned)).toContain('Undo')
  const both = draw({ ...assigned, assignmentIds: ['d'], redated: [moved(null, 'a')] }).replaceAll(/<[^>]*>/g, '')
  expect(both).toContain('1 assigned. 1 had been assigned before and is due on another day now.')
})

test('who was not assigned anything has nothing to undo', () => {
  const words = draw({ assignmentIds: [], redated: [], left: 0, unfilled: 0 })
  expect(words).toContain('Nothing was missing')
  expect(words).not.toContain('Undo')
})
