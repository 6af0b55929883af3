import { expect, test } from 'vitest'
import type { InterviewRow } from '@/lib/interviews/interview'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { appendPage, applyNews, mustReadAnew, startList } from './loaded-list'

const row = (id: string, change: Partial<InterviewRow> = {}) => interviewRowWith({ id, state: 'processing', ...change })

const page = (ids: string[], nextCursor: string | null = 'next') => ({
  items: ids.map((id) => row(id)),
  moments: {},
  reasons: {},
  attempts: {},
  total: 4,
  nextCursor,
  asOf: 'then',
})
const news = {
  ...{ arrived: [], changed: [], moments: {}, reasons: {}, attempts: {}, left: [], isOutdated: false, missed: false },
  ...{ total: 4, asOf: 'now' },
}
const idsOf = (list: ReturnType<typeof startList>) => list.pages.map(({ items }) => items.map(({ id }) => id))

test('the next page comes behind, without what is there already', () => {
  const list = appendPage(startList('', page(['a', 'b'])), page(['b', 'c'], null))
  expect(idsOf(list)).toEqual([['a', 'b'], ['c']])
  expect(list.nextCursor).toBeNull()
})

test('a changed row changes in its place, and the pages without one stay the same objects', () => {
  const list = appendPage(startList('', page(['a', 'b'])), page(['c'], null))
  const after = applyNews(list, { ...news, changed: [row('b', { state: 'ready' }), row('unread', { state: 'ready' })] })
  expect(idsOf(after)).toEqual(idsOf(list))
  expect(after.pages[0]?.items[1]?.state).toBe('ready')
  expect(after.pages[1]).toBe(list.pages[1])
})

test('why a search finds a changed row changes with it, and of the others stays', () => {
  const reasons = { a: { name: [{ from: 0, to: 1 }] }, b: { name: [{ from: 0, to: 1 }] }, c: {} }
  const list = startList('q=x', { ...page(['a', 'b', 'c']), reasons })
  const after = applyNews(list, { ...news, changed: [row('a'), row('b')], reasons: { b: {} } })
  expect(after.pages[0]?.reasons).toEqual({ b: {}, c: {} })
})

test('what has arrived is counted once and moves nothing, until it is read', () => {
  const list = startList('', page(['a', 'b']))
  const once = applyNews(list, { ...news, arrived: ['new', 'a'], total: 5 })
  const twice = applyNews(once, { ...news, arrived: ['new', 'newer'], total: 6 })
  expect(idsOf(twice)).toEqual(idsOf(list))
  expect(twice).toMatchObject({ arrived: ['new', 'newer'], total: 6, asOf: 'now' })
  expect(appendPage(twice, page(['new'])).arrived).toEqual(['newer'])
  expect(startList('', page(['newer', 'new'])).arrived).toEqual([])
})

test('no news changes nothing', () => {
  const list = startList('', page(['a']))
  expect(applyNews(list, { ...news, total: null })).toBe(list)
})

test('that more has happened than was told stays known', () => {
  const list = applyNews(startList('', page(['a'])), { ...news, missed: true })
  expect(applyNews(list, news).missed).toBe(true)
})

test('a row that may not be seen any more is gone, and counts no longer as arrived', () => {
  const list = appendPage(startList('', page(['a', 'b'])), page(['c'], null))
  const arrived = applyNews(list, { ...news, arrived: ['d'] })
  const after = applyNews(arrived, { ...news, left: ['b', 'd', 'unread'], total: 2 })
  expect(idsOf(after)).toEqual([['a'], ['c']])
  expect(after).toMatchObject({ arrived: [], total: 2 })
  expect(after.pages[1]).toBe(list.pages[1])
})

test('rows that may have left untold are read anew, and an empty list when it fills', () => {
  const [rows, none] = [startList('', page(['a'])), startList('', page([]))]
  const [outdated, arrival] = [
    { ...news, isOutdated: true },
    { ...news, arrived: ['new'] },
  ]
  expect([news, outdated, arrival].map((told) => mustReadAnew(rows, told))).toEqual([false, true, false])
  // By itself it is no reason to read an empty list again and again; what may be seen by another scope is.
  const still = { ...outdated, total: null }
  expect([news, still, outdated, arrival].map((told) => mustReadAnew(none, told))).toEqual([false, false, true, true])
})
