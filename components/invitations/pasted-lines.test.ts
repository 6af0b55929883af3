import { expect, test } from 'vitest'
import { pastedLines } from './pasted-lines'

test.each([
  ['ada@example.com', ['ada@example.com']],
  [
    'ada@example.com, grace@example.com;linus@example.com',
    ['ada@example.com', 'grace@example.com', 'linus@example.com'],
  ],
  [' ada@example.com\r\ngrace@example.com\n\n', ['ada@example.com', 'grace@example.com']],
  ['ada@example.com grace@example.com\tlinus@', ['ada@example.com', 'grace@example.com', 'linus@']],
  [
    'Ada Byron <ada@example.com>, "Hopper; Grace" <grace@example.com>',
    ['Ada Byron <ada@example.com>', '"Hopper', 'Grace" <grace@example.com>'],
  ],
  ['  ', []],
])('%j names %j', (text, lines) => {
  expect(pastedLines(text)).toEqual(lines)
})
