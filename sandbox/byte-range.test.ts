import { expect, test } from 'vitest'
import { readRange } from './byte-range'

test.each([
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=10-', { first: 10, last: 99 }],
  ['bytes=10-500', { first: 10, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
])('of 100 bytes %s is %j', (header, expected) => {
  expect(readRange(header, 100)).toEqual(expected)
})

test.each([undefined, 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'seconds=0-1', 'bytes=a-b'])(
  'the header %j asks for everything',
  (header) => {
    expect(readRange(header, 100)).toBeNull()
  },
)
