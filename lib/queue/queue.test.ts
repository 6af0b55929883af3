import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundInQueue, neighboursInSitting } from './queue'

/** `a1` is of the flow `a`; `s1` was skipped. */
const queue = (...ids: string[]) =>
  ids.map((interviewId) => {
    const flow = interviewId.slice(0, 1)
    return { interviewId, flow: { id: flow }, isSkipped: flow === 's' }
  })

test('what follows the last one is the first that still waits, and nothing follows the only one', () => {
  const three = queue('a1', 'a2', 'a3')
  expect(aroundInQueue(three, 'a2')).toEqual({ previous: 'a1', next: 'a3', following: 'a3', position: 2 })
  expect(aroundInQueue(three, 'a3')).toEqual({ previous: 'a2', next: null, following: 'a1', position: 3 })
  expect(aroundInQueue(queue('a1'), 'a1')).toEqual({ previous: null, next: null, following: null, position: 1 })
})

test('a flow is gone through to its end, then the list from its top: what is wanted soonest waits for no other flow', () => {
  const list = queue('a1', 'b1', 'b2', 'c1', 's1', 's2')
  const followings = list.map(({ interviewId }) => aroundInQueue(list, interviewId).following)
  expect(followings).toEqual(['b1', 'b2', 'a1', 'a1', 's2', 'a1'])
})

test('whoever is done with one after the other leaves nobody out, wherever they begin', () => {
  const part = fc.constantFrom('a', 'b', 'c', 's')
  const parts = fc.array(part, { minLength: 1, maxLength: 12 }).map((letters) => letters.toSorted())
  fc.assert(
    fc.property(parts, fc.nat(), (letters, at) => {
      let list = queue(...letters.map((letter, index) => `${letter}${index}`))
      let here = list[at % list.length]?.interviewId ?? null
      const seen = new Set<string>()
      for (let left = list.length; left > 0; left--) {
        if (here === null) break
        seen.add(here)
        const { following } = aroundInQueue(list, here)
        list = list.filter(({ interviewId }) => interviewId !== here)
        here = following
      }
      expect([seen.size, here]).toEqual([letters.length, null])
    }),
  )
})

test('what does not wait stands before whom it leads to, or before the first', () => {
  expect(aroundInQueue(queue('a1', 'a2', 'a3'), 'judged', 'a3')).toEqual({
    ...{ previous: 'a2', next: 'a3', following: 'a3', position: null },
  })
  expect(aroundInQueue(queue(), 'judged')).toEqual({ previous: null, next: null, following: null, position: null })
  expect(aroundInQueue(queue('a1', 'a2'), 'judged')).toEqual({
    ...{ previous: null, next: 'a1', following: 'a1', position: null },
  })
})

test('which one it is counts what was voted on in this sitting, and what was skipped where it is not among that', () => {
  const items = queue('a3', 'a4', 's2')
  const placeOf = (id: string) => {
    const { position, total } = neighboursInSitting(
      { items, total: 3, sitting: { judged: 1, skipped: 1 } },
      aroundInQueue(items, id),
    )
    return `${position} of ${total}`
  }
  expect(['a3', 'a4', 's2', 'judged'].map(placeOf)).toEqual(['3 of 4', '4 of 4', '4 of 4', '0 of 4'])
})
