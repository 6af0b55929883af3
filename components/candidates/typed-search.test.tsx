// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { FIRST_ROWS } from './table/first-rows'
import { useInterviews } from './use-interviews'

/** Milliseconds after which a search stands. */
const STILL_MS = 400
const FOUND = 100
/** The limit of what is typed. */
const FIRST = String(FIRST_ROWS)

type Asked = { search: URLSearchParams; signal: AbortSignal | null | undefined }
const asked: Asked[] = []
/** Whether an answer comes by itself. */
let isAnswering: boolean
let list: ReturnType<typeof useInterviews>
let root: Root
let kept: Map<string, object>

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', ask)
  asked.length = 0
  kept = new Map()
  isAnswering = true
  Object.assign(window, { scrollY: 0 })
  root = createRoot(document.createElement('main'))
  await name('')
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** All that is asked for finds a hundred, whose ids say what was asked and which place they have. */
async function ask(url: string, { signal }: RequestInit = {}): Promise<Response> {
  const { pathname, searchParams: search } = new URL(url, 'http://localhost')
  if (pathname.endsWith('/news')) return Response.json({ total: null })
  asked.push({ search, signal })
  if (!isAnswering) {
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
  }
  return Response.json(pageFrom(search))
}

function pageFrom(search: URLSearchParams): InterviewPage {
  const from = Number(search.get('cursor') ?? 0)
  const to = Math.min(FOUND, from + Number(search.get('limit') ?? 50))
  const items = Array.from({ length: to - from }, (_, index) =>
    interviewRowWith({ id: `${search.get('q')} ${from + index}` }),
  )
  return {
    ...{ items, moments: {}, reasons: {}, attempts: {} },
    ...{ total: FOUND, nextCursor: to < FOUND ? String(to) : null, asOf: 'then' },
  }
}

const INITIAL = { search: '', page: pageFrom(new URLSearchParams()) }
const SCROLLER = { current: null }

/** Its end is always on the screen, where it reads on as soon as it may. */
function List({ search }: { search: string }) {
  const read = useInterviews({ search, initial: INITIAL, scroller: SCROLLER })
  const { isLoadingMore, isSettled, error } = read
  useEffect(() => {
    list = read
  })
  useEffect(() => {
    if (search !== '' && isSettled && !isLoadingMore && !error) list.loadMore()
  }, [search, isSettled, isLoadingMore, error])
  return null
}

/** What the address names from now on. */
const name = (search: string) =>
  act(async () =>
    root.render(
      <SWRConfig value={{ provider: () => kept as never, shouldRetryOnError: false }}>
        <List search={search} />
      </SWRConfig>,
    ),
  )
const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms))
const typeLetter = () => act(async () => window.dispatchEvent(new Event('input')))
const limitsAsked = () => asked.map(({ search }) => search.get('limit'))
const textsAsked = () => asked.map(({ search }) => search.get('q'))
const idsShown = () => list.list.pages.flatMap(({ items }) => items.map(({ id }) => id))

test('a search asks for the rows in sight, and for those behind them once it has stood for a moment', async () => {
  await name('q=night')
  expect(limitsAsked()).toEqual([FIRST])
  expect([idsShown().length, list.list.total]).toEqual([FIRST_ROWS, FOUND])
  await pass(STILL_MS - 1)
  expect(asked).toHaveLength(1)
  await pass(1)
  expect(limitsAsked().slice(0, 2)).toEqual([FIRST, null])
  expect(asked[1]?.search.get('cursor')).toBe(FIRST)
  expect(idsShown()).toEqual(Array.from({ length: FOUND }, (_, index) => `night ${index}`))
})

test('of a word that is typed letter by letter the rest is asked for of the whole word alone', async () => {
  for (const text of ['ni', 'nig', 'nigh', 'night']) {
    await name(`q=${text}`)
    await pass(STILL_MS - 50)
    await typeLetter()
    await pass(100)
  }
  expect(limitsAsked()).toEqual([FIRST, FIRST, FIRST, FIRST])
  expect(textsAsked()).toEqual(['ni', 'nig', 'nigh', 'night'])
  await pass(STILL_MS)
  expect(new Set(textsAsked().slice(4))).toEqual(new Set(['night']))
  expect(idsShown()).toHaveLength(FOUND)
})

test('who scrolls down means what they see', async () => {
  await name('q=night')
  await act(async () => window.dispatchEvent(new Event('scroll')))
  expect(asked).toHaveLength(1)
  Object.assign(window, { scrollY: 1 })
  await act(async () => window.dispatchEvent(new Event('scroll')))
  expect(idsShown()).toHaveLength(FOUND)
})

test('what is asked for a text that has been replaced is given up, and nothing is said of it', async () => {
  await name('q=night')
  isAnswering = false
  await pass(STILL_MS)
  expect(list.isLoadingMore).toBe(true)
  await name('q=nights')
  const [, rest, next] = asked
  expect([rest?.signal?.aborted, next?.signal?.aborted]).toEqual([true, false])
  isAnswering = true
  await name('q=night')
  expect(next?.signal?.aborted).toBe(true)
  expect([list.error, idsShown().length]).toEqual([undefined, FIRST_ROWS])
  isAnswering = false
  await name('q=nights')
  expect([list.error, list.isLoading]).toEqual([undefined, true])
})

test('who has looked at a whole page of a search keeps it when it is read anew', async () => {
  await name('q=night')
  await act(async () => list.reload())
  expect(limitsAsked()).toEqual([FIRST, null])
  expect(idsShown()).toHaveLength(50)
})

test.each([
  { list: 'that nothing was typed for is read by the page', search: 'state=ready', limit: null },
  { list: 'of which the address names fewer rows is read by as many', search: 'q=night&limit=10', limit: '10' },
])('a list $list', async ({ search, limit }) => {
  await name(search)
  expect(limitsAsked()).toEqual([limit])
})

test('what failed of one list is not said of the next, and is asked for anew by what it was', async () => {
  await name('q=ada')
  vi.stubGlobal('fetch', async () => {
    throw new Error('nobody answers')
  })
  await act(async () => list.loadMore())
  expect(list.error).toBeDefined()
  vi.stubGlobal('fetch', ask)
  await name('q=grace')
  expect([list.error, list.list.search]).toEqual([undefined, 'q=grace'])
})

test('a list that could not be read is read anew, and not gone on with from another one', async () => {
  await name('q=ada')
  vi.stubGlobal('fetch', async () => {
    throw new Error('nobody answers')
  })
  await name('q=grace')
  expect([list.error !== undefined, list.list.search]).toEqual([true, 'q=ada'])
  vi.stubGlobal('fetch', ask)
  asked.length = 0
  await act(async () => list.loadMore())
  expect(asked).toEqual([])
  await act(async () => list.retry())
  expect(asked.map(({ search }) => search.get('cursor'))).toEqual([null])
  expect(list.list.search).toBe('q=grace')
})
