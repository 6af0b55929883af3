import { expect, test } from 'vitest'
import { howMany } from './how-many'

test('one of something is one, and none of it and several are several', () => {
  expect([0, 1, 2, 1_200].map((count) => howMany(count, 'interview'))).toEqual([
    ...['0 interviews', '1 interview', '2 interviews', '1,200 interviews'],
  ])
  expect([1, 2].map((count) => howMany(count, 'change of status', 'changes of status'))).toEqual([
    ...['1 change of status', '2 changes of status'],
  ])
})
