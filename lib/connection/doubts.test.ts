import { expect, test } from 'vitest'
import { DOUBTS, type Doubt } from './connection'
import { doubtsOf, type ConnectionState } from './doubts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()

const LISTS = {
  compared: { passedAt: before(9_000), comparedAt: before(12), isUnderWay: false },
  'compared, while it is read again': { passedAt: before(9_000), comparedAt: before(12), isUnderWay: true },
  'compared long ago': { passedAt: before(9_000), comparedAt: before(1_081), isUnderWay: false },
  'compared long ago, and being read': { passedAt: before(9_000), comparedAt: before(1_081), isUnderWay: true },
  'read, not to its end': { passedAt: before(12), comparedAt: before(60), isUnderWay: false },
  'never read to its end': { passedAt: before(12), comparedAt: null, isUnderWay: false },
  'never read': { passedAt: null, comparedAt: null, isUnderWay: false },
  'being read for the first time': { passedAt: null, comparedAt: null, isUnderWay: true },
}
type Name = keyof typeof LISTS
const OF_LIST: Record<Name, Doubt | null> = {
  compared: null,
  'compared, while it is read again': null,
  'compared long ago': 'outdated',
  'compared long ago, and being read': 'under_way',
  'read, not to its end': 'cut_short',
  'never read to its end': 'cut_short',
  'never read': 'reading',
  'being read for the first time': 'reading',
}
const names = Object.keys(LISTS) as Name[]
const both = [false, true]
const pairs = names.flatMap((completed) => names.map((incomplete): [Name, Name] => [completed, incomplete]))

const others = (['accepted', 'refused', 'unknown'] as const).flatMap((key) =>
  both.flatMap((isFailing) =>
    both.flatMap((isOverdue) =>
      both.flatMap((isAnnounced) =>
        both.map((isUnreadable) => ({ key, isFailing, isOverdue, isAnnounced, isUnreadable })),
      ),
    ),
  ),
)

function evidence(
  { isAnnounced, isUnreadable, ...other }: (typeof others)[number],
  [one, two]: [Name, Name],
): ConnectionState {
  const counts = { announced: isAnnounced ? 1 : 0, unreadable: isUnreadable ? 2 : 0 }
  return { ...other, ...counts, lists: [LISTS[one], LISTS[two]], now: NOW, everySeconds: 60 }
}

test.each(pairs)('each doubt has its reason where the completed list is %s, the other %s', (...lists) => {
  for (const other of others) {
    const expected: (Doubt | null)[] = [
      other.key === 'refused' ? 'refused' : other.isFailing ? 'failing' : null,
      other.isOverdue ? 'overdue' : null,
      other.key === 'unknown' ? 'reading' : null,
      ...lists.map((name) => OF_LIST[name]),
      other.isAnnounced ? 'announced' : null,
      other.isUnreadable ? 'unreadable' : null,
    ]
    const doubts = doubtsOf(evidence(other, lists))
    expect(doubts, JSON.stringify(other)).toEqual(DOUBTS.filter((doubt) => expected.includes(doubt)))
  }
})

test('of all these only one that leaves nothing open is sure', () => {
  const all = pairs.flatMap((lists) => others.map((other) => ({ lists, other })))
  const sure = all.filter(({ lists, other }) => doubtsOf(evidence(other, lists)).length === 0)
  for (const { lists, other } of sure) {
    expect(lists.every((name) => name.startsWith('compared') && !name.includes('long ago'))).toBe(true)
    const nothing = { isFailing: false, isOverdue: false, isAnnounced: false, isUnreadable: false }
    expect(other).toEqual({ key: 'accepted', ...nothing })
  }
  expect(sure).toHaveLength(4)
})

test('without any list nothing is sure, and a long interval makes a comparison old later', () => {
  const [calm] = others.filter(({ key }) => key === 'accepted')
  if (!calm) throw new Error('there is no such case')
  const long = evidence(calm, ['compared long ago', 'compared'])
  expect(doubtsOf({ ...long, lists: [] })).toEqual(['reading'])
  expect(doubtsOf(long)).toEqual(['outdated'])
  expect(doubtsOf({ ...long, everySeconds: 3_600 })).toEqual([])
})
