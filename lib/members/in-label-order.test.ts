import { expect, test } from 'vitest'
import { inLabelOrder } from './in-label-order'

const called = (name: string | null, email: string) => ({ id: email, name, email })

test('members stand in the order of what they are called, as people sort names, and of one name by their address', () => {
  const sorted = [
    called('Ada', 'z@example.com'),
    called(null, 'ben@example.com'),
    called('Émile', 'e@example.com'),
    called('Özlem', 'o1@example.com'),
    called('Özlem', 'o2@example.com'),
    called('zoe', 'a@example.com'),
  ]
  expect(inLabelOrder(sorted.toReversed(), (member) => member)).toEqual(sorted)
})
