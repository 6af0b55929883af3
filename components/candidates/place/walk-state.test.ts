import { afterEach, expect, test, vi } from 'vitest'
import { offerWalkState, takeSounding, walkTo } from './walk-state'

const givenAddress = (search: string) => vi.stubGlobal('window', { location: { search } })
afterEach(() => vi.unstubAllGlobals())

test('a step leads to the next candidate of the same list, as this one is listened to', () => {
  const leave = offerWalkState(() => ({ question: '3-k', listen: 'candidate', sounding: 'answer' }))
  expect(walkTo('b', 'flow=f&q=night')).toBe('/candidates/b?flow=f&q=night&question=3-k&listen=candidate')
  leave()
})

test('a page that has nothing to play hands on what came along to it', () => {
  givenAddress('?flow=f&question=3-k&listen=answers&t=9&panel=notes')
  expect(walkTo('c', 'flow=f')).toBe('/candidates/c?flow=f&question=3-k&listen=answers')
  givenAddress('')
  expect(walkTo('c', '')).toBe('/candidates/c')
})

test('what sounds goes on where the step leads, once, and nowhere else', () => {
  const leave = offerWalkState(() => ({ question: null, listen: null, sounding: 'recording' }))
  walkTo('b', '')
  expect([takeSounding('b'), takeSounding('b')]).toEqual(['recording', null])
  walkTo('b', '')
  expect([takeSounding('other'), takeSounding('b')]).toEqual([null, null])
  leave()
})
