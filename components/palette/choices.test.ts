import { expect, test } from 'vitest'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { choicesFor } from './choices'
import type { Command } from './offered-commands'

const command = (label: string): Command => ({ id: label, label, run: () => {} })
const row = (name: string, email: string | null = null) => interviewRowWith({ id: name, candidate: { name, email } })
const BLIND = { colleagues: true, assessment: true }
const flow = (title: string) => ({ id: title, title, teamId: null, language: null, blind: BLIND, isWhole: true })

const given = {
  candidates: [row('Ada Sortland'), row('Connor Pike')],
  flows: [flow('Produce stocker'), flow('Connection tester')],
  places: ['Candidates', 'Mentions', 'Connection'].map((label) => ({ label, href: `/${label.toLowerCase()}` })),
  commands: {
    here: [
      'Search every transcript',
      'Show only ready',
      'Sort by state',
      'Sort by score',
      'Sort by flow',
      'Sort by team',
    ],
    everywhere: ['Sign out'],
  },
}

function listed(typed: string, change: Partial<typeof given> = {}) {
  const { candidates, flows, places, commands } = { ...given, ...change }
  const offered = { here: commands.here.map(command), everywhere: commands.everywhere.map(command) }
  const groups = choicesFor({ typed, candidates, flows, places, commands: offered, go: () => {} })
  return groups.map(({ title, choices }) => [title, choices.map(({ label }) => label)])
}

const titles = (typed: string, change?: Partial<typeof given>) => listed(typed, change).map(([title]) => title)

test('before anything is typed: this screen, where to go, who was opened last, and last what can be done everywhere', () => {
  expect(listed('')).toEqual([
    ['Actions', given.commands.here.slice(0, 5)],
    ['Go to', ['Candidates', 'Mentions', 'Connection']],
    ['Recent candidates', ['Ada Sortland', 'Connor Pike']],
    ['Everywhere', ['Sign out']],
  ])
  expect(listed('  ', { candidates: [], commands: { here: [], everywhere: ['Sign out'] } })).toEqual([
    ['Go to', ['Candidates', 'Mentions', 'Connection']],
    ['Everywhere', ['Sign out']],
  ])
})

test('what is typed brings the group with the nearest match to the top', () => {
  expect(titles('sort', { candidates: [row('Ada Sortland')] })).toEqual(['Actions', 'Candidates'])
  expect(titles('connection', { candidates: [] })).toEqual(['Flows', 'Go to'])
  expect(titles('ection', { candidates: [], flows: [] })).toEqual(['Go to'])
  expect(titles('conn', { candidates: [row('Connor Pike')] })).toEqual(['Candidates', 'Flows', 'Go to'])
  expect(titles('sign', { candidates: [row('Designer Doe')] })).toEqual(['Actions', 'Candidates'])
  expect(titles('out', { candidates: [] })).toEqual(['Actions'])
})

test('in a group the nearest comes first, and equal ones stay in their order', () => {
  const candidates = [row('Ada Sorter'), row('Sorter Ada'), row('Zoe Pike', 'sorter@example.com'), row('Änne Sorter')]
  const [first] = listed('sorter', { candidates })
  expect(first).toEqual(['Candidates', ['Sorter Ada', 'Ada Sorter', 'Zoe Pike', 'Änne Sorter']])
  expect(listed('sort', { candidates: [] })).toEqual([['Actions', given.commands.here.slice(2)]])
})
