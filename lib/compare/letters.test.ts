import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf } from './letters'

const ME = { memberId: 'me', flowId: 'flow' }
const SECRET = 'a secret of the tests'
const ids = Array.from({ length: 800 }, (_, index) => `iv_${index}`)

/** In the order in which they stand. */
const heardBy = (some: string[], of = ME, secret = SECRET) =>
  Array.from(lettersOf(some, of, secret)).toSorted(([, a], [, b]) => a.place - b.place)
const namesOf = (some: string[], of = ME, secret = SECRET) =>
  heardBy(some, of, secret).map(([id, { letter }]) => `${id} ${letter}`)

const orderOf = (names: string[]) => names.map((named) => named.split(' ')[0])

/** So many that some begin with the same letters. */
const many = Array.from({ length: 4_000 }, (_, index) => `iv_${index}`)
const lettersAmong = (some: string[]) => {
  const letters = lettersOf(some, ME, SECRET)
  return (id: string) => letters.get(id)?.letter ?? ''
}
const firstOf = (letter: string) => letter.slice(0, 4)

test('each candidate has letters of their own, four unless another begins with the same, and they spell no word', () => {
  const letters = many.map(lettersAmong(many))
  expect(new Set(letters).size).toBe(many.length)
  expect(letters.join('')).not.toMatch(/[^BCDFGHJKLMNPQRSTVWXZ]/)
  const longer = letters.filter((letter) => letter.length > 4)
  expect(longer.length).toBeGreaterThan(0)
  expect(longer.length).toBeLessThan(many.length / 20)
  for (const letter of letters) {
    const isAlone = letters.filter((other) => firstOf(other) === firstOf(letter)).length === 1
    expect(letter.length > 4).toBe(!isAlone)
  }
})

test('whoever comes early or late, leaves, comes back or is seen only now, those who stay keep their letters and their order', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(ids), { minLength: 2, maxLength: 4 }), (seen) => {
      const all = heardBy(ids)
      for (const some of seen) {
        const here = new Set(some)
        const stayed = all.filter(([id]) => here.has(id))
        const told = heardBy(some)
        expect(told.map(([id]) => id)).toEqual(stayed.map(([id]) => id))
        for (const [at, [, { letter }]] of told.entries())
          expect(firstOf(letter)).toBe(firstOf(stayed[at]?.[1].letter ?? ''))
      }
    }),
    { numRuns: 40 },
  )
})

test('who comes and begins with the same letters as another adds to those of the two, and changes nobody else’s', () => {
  const told = lettersAmong(many)
  const one = many.find((id) => told(id).length > 4) ?? ''
  const other = many.find((id) => id !== one && firstOf(told(id)) === firstOf(told(one))) ?? ''
  const before = [...ids.filter((id) => id !== one && id !== other), one]
  const [then, now] = [lettersAmong(before), lettersAmong([other, ...before])]
  expect(then(one)).toBe(firstOf(told(one)))
  expect(before.filter((id) => now(id) !== then(id))).toEqual([one])
  expect(now(one).startsWith(then(one))).toBe(true)
  expect(now(other).startsWith(then(one))).toBe(true)
  expect(now(other)).not.toBe(now(one))
})

test('a letter and an order are one member’s, in one flow, and of this installation alone', () => {
  const six = ids.slice(0, 6)
  expect(namesOf(six)).toEqual(namesOf(six))
  for (const other of [
    namesOf(six, { ...ME, memberId: 'you' }),
    namesOf(six, { ...ME, flowId: 'another' }),
    namesOf(six, ME, 'another secret'),
  ]) {
    expect(other).not.toEqual(namesOf(six))
    expect(orderOf(other)).not.toEqual(orderOf(namesOf(six)))
  }
})

test('the order is that of the letters, from the first place on', () => {
  const heard = heardBy(ids).map(([, { letter }]) => letter)
  expect(heard).toEqual(heard.toSorted())
  expect(heardBy(ids).map(([, { place }]) => place)).toEqual(ids.map((_, index) => index))
})

test.each([
  { those: 'the first 26 of 27', of: 27, from: 0, to: 26 },
  { those: 'the last of 27', of: 27, from: 26, to: 27 },
  { those: 'the first 26 of 200', of: 200, from: 0, to: 26 },
  { those: 'the last ten of 200', of: 200, from: 190, to: 200 },
  { those: 'the last 124 of 800', of: 800, from: 676, to: 800 },
])('over many members, $those who came stand anywhere', ({ of, from, to }) => {
  const places = Array.from({ length: 60 }, (_, member) => {
    const letters = lettersOf(ids.slice(0, of), { ...ME, memberId: `member ${member}` }, SECRET)
    return ids.slice(from, to).map((id) => letters.get(id)?.place ?? NaN)
  }).flat()
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length
  expect(mean / (of - 1)).toBeGreaterThan(0.38)
  expect(mean / (of - 1)).toBeLessThan(0.62)
  // In each quarter of the places is about a quarter of them.
  const quarters = [0, 1, 2, 3].map((quarter) => places.filter((place) => Math.floor((place / of) * 4) === quarter))
  for (const quarter of quarters) expect(quarter.length / places.length).toBeGreaterThan(0.1)
})
