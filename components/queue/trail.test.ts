import { beforeEach, expect, test } from 'vitest'
import { ada, givenBrowser, local, openPage, tab } from '../testing/kept-page'
import { trail, type Left } from './trail'

const left = (id: string, vote: Left['vote'] = 'hire'): Left => ({ id, name: id, vote })

beforeEach(() => {
  while (trail.goBack(null)) continue
})

test('who was left is told where that led to, once, and nowhere else', () => {
  trail.leave(left('a'), 'b')
  expect([trail.leftFor('c'), trail.leftFor(null)]).toEqual([null, null])
  expect(trail.leftFor('b')).toEqual(left('a'))
  trail.arrive()
  expect(trail.leftFor('b')).toBeNull()
  trail.leave(left('b', null), null)
  expect(trail.leftFor(null)).toEqual(left('b', null))
})

test('the way back leads to each once, the last one first, and says nothing of whom it leads past', () => {
  trail.leave(left('a'), 'b')
  trail.leave(left('b', null), 'c')
  trail.leave(left('b', 'no_hire'), 'c')
  expect(trail.goBack(null)).toEqual({ id: 'b', isSkipped: false })
  expect([trail.leftFor('b'), trail.leftFor('c')]).toEqual([null, null])
  expect(trail.goBack(null)).toEqual({ id: 'a', isSkipped: false })
  expect(trail.goBack(null)).toBeNull()
})

const waiting =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id)

test('who was left leads to whom they were gone back to from, past those who do not wait any more', () => {
  trail.leave(left('k'), 'l')
  trail.leave(left('l'), 'm')
  expect(trail.leadsTo('k', waiting('l', 'm'))).toBe('l')
  trail.goBack('m')
  trail.goBack('l')
  expect(trail.leadsTo('l', waiting('m', 'n'))).toBe('m')
  expect(trail.leadsTo('k', waiting('m', 'n'))).toBe('m')
  // From another one, whom somebody has walked on to.
  trail.leave(left('k'), 'l')
  trail.goBack('n')
  expect(trail.leadsTo('k', waiting('m', 'n'))).toBe('n')
  expect([trail.leadsTo('k', waiting()), trail.leadsTo('stranger', waiting('m'))]).toEqual([null, null])
})

test('a way round in a circle of whom nobody waits leads nowhere', () => {
  trail.leave(left('x'), 'y')
  trail.leave(left('y'), 'x')
  expect(trail.leadsTo('x', () => false)).toBeNull()
})

test('the way back, and whom it leads to, outlive a reload; names and votes are not kept', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  const before = await openPage(ada)
  before.trail.leave({ ...left('a'), name: 'Ingrid' }, 'b')
  before.trail.leave(left('b', null), 'c')
  expect(tab.getItem('debrief-trail ada')).not.toMatch(/Ingrid|hire/)

  const { trail: kept } = await openPage(ada)
  expect(kept.leftFor('c')).toBeNull()
  expect(kept.leadsTo('a', waiting('c'))).toBe('c')
  expect(kept.goBack('c')).toEqual({ id: 'b', isSkipped: true })
  const { trail: later } = await openPage(ada)
  expect([later.goBack(null), later.goBack(null)]).toEqual([{ id: 'a', isSkipped: false }, null])
})

test('of a long way the newest steps are kept', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  const { trail: long } = await openPage(ada)
  for (let index = 0; index < 1_000; index++) long.leave(left(`${index}`), null)
  const kept = JSON.parse(tab.getItem('debrief-trail ada') ?? '') as { id: string }[]
  expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([200, '800', '999'])
})
