import { expect, test } from 'vitest'
import { sortLines } from './lines'

test('each address is invited once, as members’ are written, however it was pasted', () => {
  const { addresses, refused } = sortLines([
    ' Ada@Example.com ',
    'Ada Byron <ada@example.com>',
    'grace@example.com',
    ' ',
  ])
  expect(addresses).toEqual(['ada@example.com', 'grace@example.com'])
  expect(refused).toEqual([])
})

test('what is no address is said to be none, as it was typed', () => {
  const lines = ['ada@', 'Ada Byron', 'a b@example.com', `${'x'.repeat(250)}@example.com`, '<script>']
  expect(sortLines(lines)).toEqual({
    addresses: [],
    refused: lines.map((email) => ({ email, reason: 'not an address' })),
  })
})
