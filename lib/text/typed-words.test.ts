import { expect, test } from 'vitest'
import { hasTypedWords } from './typed-words'

test('a member or a place is found without its accents, apostrophes and case, composed or not', () => {
  for (const [label, typed] of [
    ['Niamh O’Connor niamh@example.com', 'oconnor'],
    ['Özlem Muñoz ozlem@example.com', 'ozlem munoz'],
    ['Asistente de man\u0303ana', 'mañana'],
    ['Ada ada@example.com', 'ADA@EX'],
  ] as const)
    expect([hasTypedWords(label, typed), hasTypedWords(label, 'nobody')]).toEqual([true, false])
  // Letters that are scattered over a word are nobody's name.
  expect(hasTypedWords('Alexandra alexandra@example.com', 'ada')).toBe(false)
})
