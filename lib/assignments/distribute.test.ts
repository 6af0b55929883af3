import { array, assert, constantFrom, integer, property, subarray, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { distribute } from './distribute'
import { loadOf, sharedAmong } from './shared-among'

const MEMBERS = ['ada', 'grace', 'linus', 'mara']
const NOTHING = new Map<string, number>()
const NOBODY = new Set<string>()

const interviews = array(
  array(integer(), { maxLength: 0 }).chain(() =>
    subarray(MEMBERS).chain((eligible) =>
      uniqueArray(constantFrom(...MEMBERS, 'somebody'), { maxLength: 3 }).map((taken) => ({ eligible, taken })),
    ),
  ),
  { maxLength: 30 },
).map((all) =>
  all.map((one, index) => ({ interviewId: String(index), eligible: one.eligible, taken: new Set(one.taken) })),
)

test('whoever sees everything gets as much as everybody else, or one less', () => {
  assert(
    property(integer({ min: 0, max: 40 }), integer({ min: 1, max: 4 }), (count, votesEach) => {
      const shared = Array.from({ length: count }, (_, id) => ({
        interviewId: String(id),
        eligible: MEMBERS,
        taken: NOBODY,
      }))
      const { pairs, unfilled } = distribute(shared, votesEach, NOTHING)
      const loads = MEMBERS.map((member) => pairs.filter(({ memberId }) => memberId === member).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      expect([pairs.length, unfilled]).toEqual([count * votesEach, 0])
    }),
  )
})

test('nobody gets what they may not see or have, and no interview more than it lacks', () => {
  assert(
    property(interviews, integer({ min: 1, max: 4 }), (shared, votesEach) => {
      const { pairs, unfilled } = distribute(shared, votesEach, NOTHING)
      let lacking = 0
      for (const { interviewId, eligible, taken } of shared) {
        const given = pairs.filter((pair) => pair.interviewId === interviewId).map(({ memberId }) => memberId)
        expect(new Set(given).size).toBe(given.length)
        expect(given.filter((id) => taken.has(id) || !eligible.includes(id))).toEqual([])
        const wanted = Math.max(0, votesEach - taken.size)
        const free = eligible.filter((id) => !taken.has(id)).length
        expect(given.length).toBe(Math.min(wanted, free))
        lacking += wanted - given.length
      }
      expect(unfilled).toBe(lacking)
    }),
  )
})

test('who has more already gets less', () => {
  const shared = ['1', '2', '3'].map((interviewId) => ({ interviewId, eligible: ['ada', 'grace'], taken: NOBODY }))
  const { pairs } = distribute(shared, 1, new Map([['ada', 2]]))
  expect(pairs.map(({ memberId }) => memberId)).toEqual(['grace', 'grace', 'ada'])
})

const prepare = (size: number) => {
  const ids = Array.from({ length: size }, (_, index) => String(index))
  const pairs = ids.map((memberId) => ({ interviewId: '1', memberId }))
  return () => distribute(sharedAmong(pairs, pairs, ids), 1, loadOf(pairs))
}

test('members who may × members who have, and what each has of all, cost what they do together, not their product', () => {
  expect(excessOf(prepare, 600)).toBeLessThan(1)
})
