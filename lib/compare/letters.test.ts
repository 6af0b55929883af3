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

test('each candidate has letters of their own: two, and whoever comes after 676 others three', () => {
  const letters = lettersOf(ids, ME, SECRET)
  expect(new Set(Array.from(letters.values(), ({ letter }) => letter)).size).toBe(ids.length)
  const lengths = ids.map((id) => letters.get(id)?.letter.length)
  expect(new Set(lengths.slice(0, 676))).toEqual(new Set([2]))
  expect(new Set(lengths.slice(676))).toEqual(new Set([3]))
})

test('whoever comes later leaves all others their letters and their order', () => {
  const all = namesOf(ids)
  for (const count of [1, 6, 25, 26, 27, 300, 676, 677]) {
    const early = new Set(ids.slice(0, count))
    const stayed = all.filter((named) => early.has(named.split(' ')[0] ?? ''))
    expect(namesOf(ids.slice(0, count))).toEqual(stayed)
  }
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
  { those: 'those who came after 676 others', of: 800, from: 676, to: 800 },
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
