import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { importsBetweenFiles } from '@/lib/testing/imports'

/** Folders, and files that stand lower than their folder, from the lowest on: each imports of itself and of what stands before it. */
const LAYERS = [
  'components',
  'components/held-keys',
  'components/ui',
  'components/navigation',
  'components/trouble',
  'components/ui/menu',
  'components/ui/popover',
  'components/player',
  'components/transcript',
  'components/markdown',
  'components/charts',
  'components/candidates/identity',
  'components/outbox',
  'components/notes',
  'components/queue/after-vote.ts',
  'components/votes',
  'components/votes/agenda',
  'components/sign-in',
  'components/keys',
  'components/palette',
  'components/status',
  'components/validity',
  'components/candidates/selection/selection.ts',
  'components/candidates/selection/picked-context.ts',
  'components/candidates/selection/pick.tsx',
  'components/exports',
  'components/assignments',
  'components/attempts',
  'components/candidates/place',
  'components/candidates/table',
  'components/candidates/selection',
  'components/candidates/filters',
  'components/candidates',
  'components/compare',
  'components/compare/side',
  'components/compare/compare-screen.tsx',
  'components/mentions',
  'components/queue',
  'components/account',
  'components/connection',
  'components/team',
  'components/invitations',
  'components/audit',
  'components/review/answers-context.tsx',
  'components/review/listening-context.tsx',
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
