import { expect, test } from 'vitest'
import { lettersOf } from './letters'

const ME = { memberId: 'me', flowId: 'flow' }
const SECRET = 'a secret of the tests'
const ids = Array.from({ length: 800 }, (_, index) => `iv_${index}`)
const namesOf = (some: string[], of = ME, secret = SECRET) =>
  Array.from(lettersOf(some, of, secret), ([id, { letter }]) => `${id} ${letter}`)

test('each candidate has a letter of their own, the first 26 a single one', () => {
  const letters = Array.from(lettersOf(ids, ME, SECRET).values(), ({ letter }) => letter)
  expect(new Set(letters).size).toBe(ids.length)
  expect(letters.slice(0, 26).every((letter) => /^[A-Z]$/.test(letter))).toBe(true)
  expect(letters.slice(26, 702).every((letter) => /^[A-Z]{2}$/.test(letter))).toBe(true)
  expect(letters[702]).toMatch(/^[A-Z]{3}$/)
})

test('whoever comes later leaves all others their letters and their order', () => {
  const all = namesOf(ids)
  for (const count of [1, 6, 25, 26, 27, 300]) expect(namesOf(ids.slice(0, count))).toEqual(all.slice(0, count))
})

test('a letter and an order are one member’s, in one flow, and of this installation alone', () => {
  const six = ids.slice(0, 6)
  expect(namesOf(six)).toEqual(namesOf(six))
  expect(namesOf(six, { ...ME, memberId: 'you' })).not.toEqual(namesOf(six))
  expect(namesOf(six, { ...ME, flowId: 'another' })).not.toEqual(namesOf(six))
  expect(namesOf(six, ME, 'another secret')).not.toEqual(namesOf(six))
})

test('the order is that of the letters, and not that in which they came', () => {
  const letters = lettersOf(ids.slice(0, 20), ME, SECRET)
  const places = Array.from(letters.values(), ({ place }) => place)
  expect(new Set(places).size).toBe(20)
  expect(places).not.toEqual(places.toSorted((a, b) => a - b))
  const byPlace = [...letters.values()].toSorted((a, b) => a.place - b.place).map(({ letter }) => letter)
  expect(byPlace).toEqual(byPlace.toSorted())
})
