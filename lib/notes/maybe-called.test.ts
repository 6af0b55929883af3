import { expect, test } from 'vitest'
import { cpuCost } from '../testing/cpu-cost'
import { maybeCalled } from './maybe-called'
import { withOthersNamed, withoutMentionOf } from './mentioned'

const ada = { email: "o'ada@example.com", names: ['Ada (Byron) King', 'Augusta Byron'] }
const ways = [ada.email, "o'ada", ...ada.names.map((name) => name.toLowerCase())]
const others = [
  { id: 'b', email: 'ada.b@example.com', name: 'Augusta Byron Milbanke' },
  { id: 'c', email: 'augusta@example.com', name: null },
]

const without = (body: string) => {
  const known = maybeCalled(body).filter(({ called }) => ways.includes(called))
  return withOthersNamed(body, known, { instead: 'X', others })
}

test.each([
  ['@Ada (Byron) King, look', '@X, look'],
  ['@ada (byron) king: your words, @Ada (Byron) Kingsley', '@X: your words, @Ada (Byron) Kingsley'],
  ["@O'ADA@example.com, @o'ada: see", '@X, @X: see'],
  ["mail (o'ada@example.com) or no'ada@example.com", "mail (@X) or no'ada@example.com"],
  ["o'ada@example.com.", '@X.'],
  ["x@o'ada@example.com", 'x@@X'],
  ['@Augusta Byron', '@X'],
  ["@o'ada.b and @o'adam and o'ada", "@o'ada.b and @o'adam and o'ada"],
  ["o'ada@example.community", "o'ada@example.community"],
  ['@Augusta Byron Milbanke and @Augusta Byron’s', '@Augusta Byron Milbanke and @Augusta Byron’s'],
  ['@augusta and @augusta byron', '@augusta and @X'],
])('“%s” is found to name them as a removal finds it', (body, rest) => {
  expect(without(body)).toBe(rest)
  expect(withoutMentionOf(body, ada, { instead: 'X', others, isNamed: false })).toBe(rest)
})

test('whoever is called so by now keeps their name and address', () => {
  const anew = [{ id: 'd', email: ada.email, name: 'Augusta Byron' }]
  const body = "@Augusta Byron, @o'ada@example.com and o'ada@example.com"
  const known = maybeCalled(body).filter(({ called }) => ways.includes(called))
  expect(withOthersNamed(body, known, { instead: 'X', others: anew })).toBe(body)
})

test.each(['@a', '@ ', "a'@", "'@b.", '@b@c', 'a.b', "'"])('%j again and again is looked at in no time', (part) => {
  const text = `${part.repeat(4_000).slice(0, 3_998)}@b`
  expect(maybeCalled(text).length).toBeLessThan(3 * text.length)
  expect(cpuCost(() => maybeCalled(text))).toBeLessThan(50)
})
