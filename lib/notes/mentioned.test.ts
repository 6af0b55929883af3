import { expect, test } from 'vitest'
import { withoutMentionOf } from './mentioned'

const ada = { id: 'a', email: 'ada@example.com', name: 'Ada (Byron) King' }

test.each([
  ['@Ada (Byron) King, look', '@X, look'],
  ['@ada (byron) king: your words, @Ada (Byron) Kingsley', '@X: your words, @X (Byron) Kingsley'],
  ['@ADA@example.com, @ada: see', '@X, @X: see'],
  ['mail ada@example.com or nada@example.com', 'mail @X or nada@example.com'],
  ['@ada.b and @adam and ada', '@ada.b and @adam and ada'],
  ['ada@example.community', 'ada@example.community'],
])('“%s” says nobody’s name any more', (body, rest) => {
  expect(withoutMentionOf(body, ada, 'X')).toBe(rest)
})
