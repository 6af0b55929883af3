// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import type { Coverage } from '@/lib/search/coverage'
import { swrKeys } from '../swr-keys'
import { SearchGrowth } from './search-growth'
import { countRows } from './table/loaded-list'
import { useInterviews } from './use-interviews'

/** Until it is asked again how much can be searched. */
const POLL_MS = 20_000
const SCROLLER = { current: null }

/** What a search finds, and how much it looks through. */
let found: string[]
let coverage: Coverage | null
let listsAsked: number
let list: ReturnType<typeof useInterviews>
let root: Root

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === swrKeys.freshness) return Response.json({ coverage })
    if (url.includes('/news?')) return Response.json({ arrived: [], total: null })
    listsAsked += 1
    return Response.json(pageOf(found))
  })
  listsAsked = 0
  root = createRoot(document.createElement('main'))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pageOf = (ids: string[]): InterviewPage => ({
  ...{ items: ids.map((id) => interviewRowWith({ id })), moments: {}, reasons: {}, attempts: {} },
  ...{ total: ids.length, nextCursor: null, asOf: 'then' },
})

function List({ search, page }: { search: string; page: InterviewPage }) {
  const read = useInterviews({ search, initial: { search, page }, scroller: SCROLLER })
  useEffect(() => {
    list = read
  })
  return <SearchGrowth search={search} isEmpty={countRows(read.list) === 0} onMore={read.tellOfMore} />
}

const coverageOf = (searchable: number) => (searchable === 100 ? null : { searchable, of: 100 })

/** A search that the server has drawn while so many of a hundred could be searched. */
async function givenSearch(search: string, ids: string[], searchable: number) {
  found = ids
  coverage = coverageOf(searchable)
  const value = { provider: () => new Map(), fallback: { [swrKeys.freshness]: { coverage } } }
  const page = pageOf(ids)
  await act(async () =>
    root.render(
      <SWRConfig value={value}>
        <List search={search} page={page} />
      </SWRConfig>,
    ),
  )
}

/** By now so much can be searched, and this is found. */
async function become(searchable: number, ids: string[]) {
  found = ids
  coverage = coverageOf(searchable)
  await act(async () => vi.advanceTimersByTimeAsync(POLL_MS + 1_000))
}

const idsShown = () => list.list.pages.flatMap(({ items }) => items.map(({ id }) => id))

test('a search that found nothing finds what has been indexed since, while it goes on and when it is over', async () => {
  await givenSearch('q=okapi', [], 10)
  await become(10, ['not asked for'])
  expect([idsShown(), listsAsked]).toEqual([[], 0])
  await become(50, [])
  expect([idsShown(), listsAsked]).toEqual([[], 1])
  await become(100, ['late'])
  expect([idsShown(), listsAsked]).toEqual([['late'], 2])
  await become(100, ['not asked for'])
  expect(listsAsked).toBe(2)
})

test('rows that are read stay until their reader asks for those that were indexed since, which they are told of in the end', async () => {
  await givenSearch('q=quokka', ['early'], 10)
  await become(50, ['early', 'late'])
  expect(list.list.missed).toBe(false)
  await become(100, ['early', 'late'])
  expect([idsShown(), list.list.missed]).toEqual([['early'], true])
  await act(async () => list.reload())
  expect([idsShown(), list.list.missed]).toEqual([['early', 'late'], false])
})

test('a search that looked through everything is left alone', async () => {
  await givenSearch('q=wombat', [], 100)
  await become(100, ['not asked for'])
  expect(listsAsked).toBe(0)
})

test('of the searches of a tab the last hundred are remembered', async () => {
  await givenSearch('q=first', [], 10)
  for (let other = 0; other < 100; other++) await givenSearch(`q=other${other}`, [], 10)
  await become(50, [])
  const asked = listsAsked
  await givenSearch('q=other0', [], 50)
  expect(listsAsked).toBe(asked + 1)
  await givenSearch('q=first', [], 50)
  expect(listsAsked).toBe(asked + 1)
})
