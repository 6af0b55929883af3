import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { importsBetweenFiles } from '@/lib/testing/imports'

/** Folders, and files that stand lower than their folder, from the lowest on: each imports of itself and of what stands before it. */
const LAYERS = [
  'components',
  'components/ui',
  'components/ui/menu',
  'components/ui/popover',
  'components/player',
  'components/transcript',
  'components/markdown',
  'components/charts',
  'components/candidates/identity',
  'components/notes',
  'components/sign-in',
  'components/palette',
  'components/candidates/table',
  'components/candidates/filters',
  'components/candidates/place',
  'components/candidates',
  'components/home',
  'components/connection',
  'components/review/answers-context.tsx',
  'components/review/use-listening.ts',
  'components/review/print',
  'components/review/panels',
  'components/review/notes',
  'components/review/heard',
  'components/review/keys',
  'components/review',
  'components/shell',
]

const imports = importsBetweenFiles('components')
const within = imports.filter(({ to }) => to.startsWith('components/'))

test('every folder of components/ has its layer', () => {
  const folders = new Set(within.flatMap(({ from, to }) => [dirname(from), dirname(to)]))
  expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([])
  expect(within.length).toBeGreaterThan(400)
})

test('no import in components/ runs upwards', () => {
  const upwards = within.filter(({ from, to }) => layerOf(to) > layerOf(from))
  expect(upwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

function layerOf(file: string): number {
  return LAYERS.indexOf(LAYERS.includes(file) ? file : dirname(file))
}
