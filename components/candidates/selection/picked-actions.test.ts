import { expect, test } from 'vitest'
import { ROLES } from '@/lib/auth/permissions'
import { assignableWords } from './assignable-words'
import { pickedActions } from './picked-actions'

const rowsOf = (...flows: (string | null)[]) => flows.map((id) => ({ flow: { id, title: null } }))
const SAME = ['f', 'f', 'f', 'f', 'f', 'f']
const compareOf = (rows: ReturnType<typeof rowsOf>) =>
  pickedActions(rows, 'admin').find(({ key }) => key === 'compare')?.blocked

test('each role is offered what it may, and nothing else', () => {
  const offered = ROLES.map((role) => pickedActions(rowsOf('f'), role).map(({ key }) => key))
  expect(offered).toEqual([['assign', 'compare', 'export'], ['assign', 'compare', 'export'], ['compare']])
})

test.each([
  [rowsOf('f'), '2 to 6 can be compared side by side, and 1 is selected.'],
  [rowsOf(...SAME, 'f'), '2 to 6 can be compared side by side, and 7 are selected.'],
  [rowsOf('f', 'g'), 'Only interviews of one flow can be compared: they were asked the same.'],
  [rowsOf(null, null), 'An interview without a flow has no questions to compare.'],
  [rowsOf('f', 'f'), null],
  [rowsOf(...SAME), null],
])('two to six of one flow can be compared, of all others it is said why not', (rows, blocked) => {
  expect(compareOf(rows)).toBe(blocked)
})

test.each([
  [1, { interviews: 1, unassigned: 1 }, 'To each member you choose. Nobody has it yet.'],
  [5, { interviews: 5, unassigned: 3 }, 'To each member you choose. Nobody has 3 of them yet.'],
  [
    ...([5, { interviews: 4, unassigned: 0 }] as const),
    '4 of 5 to each member you choose. Somebody has each of them already. The other 1 is not taken yet, or marked as invalid.',
  ],
  [2, { interviews: 0, unassigned: 0 }, 'None of them can be assigned: not taken yet, or marked as invalid.'],
])('of %i that are ticked it is said how many can be assigned, and why the others cannot', (ticked, counts, words) => {
  expect(assignableWords({ ...counts, members: [] }, ticked)).toBe(words)
})
