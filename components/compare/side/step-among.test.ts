import { expect, test } from 'vitest'
import { stepAmong } from './step-among'

const SIZE = { rows: 3, columns: 2 }
const all = () => true

const step = (
  row: number,
  column: number,
  by: 1 | -1,
  canOpen: (place: { row: number; column: number }) => boolean = all,
) => stepAmong(SIZE, { from: { row, column }, by, along: 'candidates' }, canOpen)

test('a step goes from candidate to candidate and on to the next question, over what cannot be opened', () => {
  expect(step(0, 0, 1)).toEqual({ row: 0, column: 1 })
  expect(step(0, 1, 1)).toEqual({ row: 1, column: 0 })
  expect(step(1, 0, -1)).toEqual({ row: 0, column: 1 })
  expect(step(2, 1, 1)).toBe(null)
  expect(step(0, 0, -1)).toBe(null)
  expect(step(0, 0, 1, ({ row }) => row === 2)).toEqual({ row: 2, column: 0 })
})

test('from question to question it stays with the candidate, and the first step goes to the first answer', () => {
  const along = 'questions'
  expect(stepAmong(SIZE, { from: { row: 0, column: 1 }, by: 1, along }, all)).toEqual({ row: 1, column: 1 })
  expect(stepAmong(SIZE, { from: { row: 2, column: 1 }, by: 1, along }, all)).toBe(null)
  expect(stepAmong(SIZE, { from: null, by: 1, along }, all)).toEqual({ row: 0, column: 0 })
})
