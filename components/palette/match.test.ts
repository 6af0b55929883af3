import { expect, test } from 'vitest'
import { bestMatches } from './match'

const labels = [
  'Sort by score',
  'Sort by state',
  'Show only ready',
  'Produce stocker',
  'Atención al cliente',
  'フロント係',
]
const find = (typed: string) =>
  bestMatches(
    labels.map((label) => ({ label })),
    typed,
    10,
  ).map(({ label }) => label)

test('what something is also called finds it, and is not what it is listed as', () => {
  const team = { label: 'Team', also: 'invite add people' }
  for (const typed of ['invite', 'add people', 'peop', 'team']) {
    expect(bestMatches([{ label: 'Home' }, team], typed, 10)).toEqual([team])
  }
})

test('nothing typed leaves everything in its order', () => {
  expect(find('  ')).toEqual(labels)
})

test('every typed word has to be there, in any order, by its beginning, its middle or its letters', () => {
  expect(find('sort sc')).toEqual(['Sort by score'])
  expect(find('score sort')).toEqual(['Sort by score'])
  expect(find('stock')).toEqual(['Produce stocker'])
  expect(find('ocker')).toEqual(['Produce stocker'])
  expect(find('prdc')).toEqual(['Produce stocker'])
  expect(find('sort zebra')).toEqual([])
})

test('case and accents do not matter, and unspaced scripts match too', () => {
  expect(find('ATENCION')).toEqual(['Atención al cliente'])
  expect(find('フロ')).toEqual(['フロント係'])
  expect(find('atencio\u0301n CLIENTE')).toEqual(['Atención al cliente'])
  expect(bestMatches([{ label: "Pat O'Connor" }, { label: 'L’équipe' }], 'oconnor', 9)).toEqual([
    { label: "Pat O'Connor" },
  ])
  expect(bestMatches([{ label: 'Đặng Łukasz' }], 'dang lu', 9)).toHaveLength(1)
})

test('a word that begins so comes before one that only holds it', () => {
  expect(find('st')).toEqual(['Sort by state', 'Produce stocker'])
})
