import { expect, test } from 'vitest'
import { withoutMentionOf } from './mentioned'

const ada = { email: 'ada@example.com', names: ['Ada (Byron) King', 'Augusta Byron'] }
const others = [
  { id: 'b', email: 'ada.b@example.com', name: 'Augusta Byron Milbanke' },
  { id: 'c', email: 'augusta@example.com', name: null },
]
const namesakes = [{ id: 'd', email: 'ada@example.org', name: 'Augusta Byron' }]

test.each([
  ['@Ada (Byron) King, look', '@X, look'],
  ['@ada (byron) king: your words, @Ada (Byron) Kingsley', '@X: your words, @X (Byron) Kingsley'],
  ['@ADA@example.com, @ada: see', '@X, @X: see'],
  ['mail ada@example.com or nada@example.com', 'mail @X or nada@example.com'],
  ['@Augusta Byron as she was called', '@X as she was called'],
  ['@ada.b and @adam and ada', '@ada.b and @adam and ada'],
  ['ada@example.community', 'ada@example.community'],
  ['@Augusta Byron Milbanke and @Augusta Byron', '@Augusta Byron Milbanke and @X'],
  ['@augusta and @augusta byron', '@augusta and @X'],
])('“%s” says nobody’s name any more, and everybody else’s', (body, rest) => {
  for (const isNamed of [true, false]) expect(withoutMentionOf(body, ada, { instead: 'X', others, isNamed })).toBe(rest)
})

test('what may as well name another stays, unless the note is known to name this one', () => {
  const body = '@Augusta Byron, or @ada, or ada@example.com'
  const without = (isNamed: boolean) => withoutMentionOf(body, ada, { instead: '$&', others: namesakes, isNamed })
  expect(without(false)).toBe('@Augusta Byron, or @ada, or @$&')
  expect(without(true)).toBe('@$&, or @$&, or @$&')
})
