// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InterviewPage, ListNews } from '@/lib/interviews/list/list'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { deferred } from '@/lib/jobs/testing/deferred'
import { useInterviews } from './use-interviews'

const pageOf = (...ids: string[]): InterviewPage => ({
  ...{ items: ids.map((id) => interviewRowWith({ id })), moments: {}, reasons: {}, attempts: {} },
  ...{ total: ids.length, nextCursor: 'the next', asOf: 'then' },
})
const LAST_PAGE: InterviewPage = { ...pageOf('new'), nextCursor: null }
const NO_NEWS: ListNews = {
  ...{ arrived: [], changed: [], moments: {}, reasons: {}, attempts: {}, left: [] },
  ...{ isOutdated: false, missed: false, total: null, asOf: 'then' },
}
const REFUSED = { title: 'That request could not be read.', code: 'invalid_input', id: 'a1' }

const NO_SCROLLER = { current: null }

const asked: string[] = []
let answer: (url: string) => { status: number; body: object }
let list: ReturnType<typeof useInterviews>
let before: (url: string) => Promise<void> | undefined
/** The list's end is on the screen, where it reads on by itself. */
let isAtEnd: boolean
let root: Root
let initial: { search: string; page: InterviewPage }
/** What SWR keeps while one page goes and another comes. */
let kept: Map<string, object>

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    await before(url)
    const { status, body } = answer(url)
    return new Response(JSON.stringify(body), { status })
  })
  asked.length = 0
  kept = new Map()
  before = () => undefined
  isAtEnd = false
  initial = { search: '', page: pageOf('old') }
  answer = (url) => ({ status: 200, body: url.includes('/news?') ? NO_NEWS : pageOf('new') })
})
afterEach(async () => {
  await leave()
  vi.unstubAllGlobals()
})

function List() {
  const read = useInterviews({ search: '', initial, scroller: NO_SCROLLER })
  useEffect(() => {
    list = read
  })
  const { isLoadingMore, error } = read
  useEffect(() => {
    if (isAtEnd && !isLoadingMore && !error) list.loadMore()
  }, [isLoadingMore, error])
  return null
}

async function come() {
  root = createRoot(document.createElement('main'))
  await act(async () =>
    root.render(
      <SWRConfig value={{ provider: () => kept as never, shouldRetryOnError: false }}>
        <List />
      </SWRConfig>,
    ),
  )
}
async function comeToSecondPage() {
  await come()
  answer = () => ({ status: 200, body: pageOf('more') })
  await act(async () => list.loadMore())
  expect(idsShown()).toEqual(['old', 'more'])
  asked.length = 0
}
const leave = () => act(async () => root.unmount())
const idsShown = () => list.list.pages.flatMap(({ items }) => items.map(({ id }) => id))
const newsAsked = () => asked.filter((url) => url.includes('/news?'))

test('a list that was rendered a moment ago asks nothing; whoever comes back to it is told its news at once', async () => {
  await come()
  expect(newsAsked()).toEqual([])
  await leave()
  await come()
  expect(newsAsked()).toEqual([expect.stringContaining('since=then')])
  expect(idsShown()).toEqual(['old'])
})

test('a list whose time the server does not know any more, as after an upgrade, is read anew', async () => {
  await come()
  await leave()
  answer = (url) => (url.includes('/news?') ? { status: 400, body: REFUSED } : { status: 200, body: pageOf('new') })
  await come()
  await vi.waitFor(() => expect(idsShown()).toEqual(['new']))
  expect(newsAsked()).toHaveLength(1)
})

test('a list whose cursor the server does not know any more is read anew, and says nothing of it', async () => {
  await come()
  answer = (url) => (url.includes('cursor=') ? { status: 400, body: REFUSED } : { status: 200, body: pageOf('new') })
  await act(async () => list.loadMore())
  await vi.waitFor(() => expect(idsShown()).toEqual(['new']))
  expect(list.error).toBeUndefined()
})

test('a list whose end is on the screen asks for nothing more while it is read anew', async () => {
  await comeToSecondPage()
  const read = deferred()
  answer = (url) => (url.includes('cursor=') ? { status: 400, body: REFUSED } : { status: 200, body: LAST_PAGE })
  before = (url) => (url.includes('cursor=') ? undefined : read.promise)
  isAtEnd = true
  await act(async () => list.loadMore())
  for (const _ of [1, 2, 3]) await act(async () => undefined)
  await act(async () => read.resolve())
  await vi.waitFor(() => expect(idsShown()).toEqual(['new']))
  expect(asked.map((url) => url.includes('cursor='))).toEqual([true, false])
})

test('a server that refuses the cursor which it has just given is not asked for ever', async () => {
  await comeToSecondPage()
  answer = (url) => (url.includes('cursor=') ? { status: 400, body: REFUSED } : { status: 200, body: pageOf('new') })
  isAtEnd = true
  await act(async () => list.loadMore())
  await vi.waitFor(() => expect(list.error?.message).toBe(REFUSED.title))
  expect(idsShown()).toEqual(['new'])
  expect(asked.map((url) => url.includes('cursor='))).toEqual([true, false, true])
})

test.each([
  { way: 'read anew', ask: () => list.reload(), shown: ['new'] },
  { way: 'asked for more', ask: () => list.loadMore(), shown: ['old', 'more', 'new'] },
])('news that arrive while a list is $way do not cost it what it reads', async ({ ask, shown }) => {
  await comeToSecondPage()
  await leave()
  const [told, read] = [deferred(), deferred()]
  before = (url) => (url.includes('/news?') ? told.promise : read.promise)
  answer = (url) => ({ status: 200, body: url.includes('/news?') ? NO_NEWS : LAST_PAGE })
  await come()
  await act(async () => ask())
  await act(async () => told.resolve())
  await act(async () => read.resolve())
  await vi.waitFor(() => expect(idsShown()).toEqual(shown))
})

test('a list that is asked anew while its next page is on its way is read anew', async () => {
  await comeToSecondPage()
  const paged = deferred()
  before = (url) => (url.includes('cursor=') ? paged.promise : undefined)
  answer = (url) => ({ status: 200, body: url.includes('cursor=') ? pageOf('third') : LAST_PAGE })
  await act(async () => list.loadMore())
  await act(async () => list.reload())
  await act(async () => paged.resolve())
  await vi.waitFor(() => expect(idsShown()).toEqual(['new']))
  expect(list.isLoadingMore).toBe(false)
})

test('a list that cannot be asked for more for any other reason stays, and says so', async () => {
  await come()
  answer = () => ({ status: 503, body: { ...REFUSED, code: 'database_unavailable' } })
  await act(async () => list.loadMore())
  expect(idsShown()).toEqual(['old'])
  expect(list.error?.message).toBe(REFUSED.title)
})
