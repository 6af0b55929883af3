import { useEffect, useMemo, useRef, type RefObject } from 'react'
import useSWR, { type SWRResponse } from 'swr'
import useSWRMutation from 'swr/mutation'
import { parseInterviewFilter } from '@/lib/interviews/list/filter'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { useSignalFor } from '../use-signal-for'
import { FIRST_ROWS } from './table/first-rows'
import { appendPage, countRows, NOTHING_READ, startList, type LoadedList } from './table/loaded-list'
import type { FirstPage } from './table/sent-list'
import { isOutdated, useNews } from './use-news'
import { useSettled } from './use-settled'

/** What the server rendered and somebody has seen: whoever comes back to it finds it as it was. */
const seenBefore = new WeakSet<InterviewPage>()

type Wanted = { search: string; initial: FirstPage; scroller: RefObject<HTMLElement | null> }

/**
 * What has been read of the list that `search` names; `initial` is what the server rendered, good for its own search only.
 * A list that was read before is as it was left, with news of what happened since. A search begins with the rows in sight, and
 * what is asked of a list ends with it.
 */
export function useInterviews({ search, initial, scroller }: Wanted) {
  const key = swrKeys.list(search)
  const signalOf = useSignalFor(search)
  const rendered = useMemo(
    () => (search === initial.search ? startList(search, initial.page) : undefined),
    [search, initial],
  )
  const readFirst = async () => {
    // Who looks at more rows already does not lose any of them.
    const limit = first.data?.search === search ? undefined : rowsInSight(search)
    return startList(search, await readPage(search, { limit, signal: signalOf() }))
  }
  const first: SWRResponse<LoadedList, Error> = useSWR(key, readFirst, {
    fallbackData: rendered,
    keepPreviousData: true,
    revalidateIfStale: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  })
  // SWR would go on showing the list of another search rather than the one that was rendered for this.
  const list = (first.data?.search === search ? first.data : rendered) ?? first.data ?? NOTHING_READ
  const readAnew = useRef<string>(undefined)
  const isToBeReadAnew = useRef(false)
  const more = useSWRMutation(
    key,
    (_, { arg: limit }: { arg: number | undefined }) =>
      readPage(search, { cursor: list.nextCursor, limit, signal: signalOf() }),
    {
      populateCache: (page: InterviewPage, current: LoadedList = list) => appendPage(current, page),
      revalidate: false,
      throwOnError: false,
      onSuccess: () => {
        readAnew.current = undefined
        if (isToBeReadAnew.current) reload()
      },
      onError: (error: Error) => {
        if (error instanceof GivenUp) isToBeReadAnew.current = false
        // Once: where the server refuses what it has just given, it would be asked for ever.
        const isRefused = isOutdated(error) && readAnew.current !== search
        if (isRefused) readAnew.current = search
        if (isRefused || isToBeReadAnew.current) reload()
      },
    },
  )
  /** Once no page is on its way any more: what is written meanwhile has SWR drop a list that is read. */
  function reload() {
    isToBeReadAnew.current = more.isMutating
    if (more.isMutating) return
    more.reset()
    void first.mutate()
  }
  const isLoadingMore = more.isMutating || first.isValidating
  const isRead = list.search === search
  const isSettled = useSettled({ search, isRead, scroller })
  useNews({
    ...{ list, search, isSettled, isReading: isLoadingMore, change: first.mutate, reload },
    isJustRendered: list === rendered && !seenBefore.has(initial.page),
  })
  useEffect(() => void seenBefore.add(initial.page), [initial.page])

  return {
    list,
    error: [first.error, more.error].find((error) => error && saysOf.get(error) === search),
    isLoading: first.isLoading,
    isLoadingMore,
    isSettled,
    loadMore,
    /** What has failed, once more. */
    retry: () => (isRead && !first.error ? loadMore() : reload()),
    reload,
    tellOfMore,
  }

  /** It may hold more than it has been told: where no row can move it is read anew, else its reader says when. */
  function tellOfMore() {
    if (countRows(list) === 0 || isLoadingMore) return reload()
    void first.mutate((current = list) => ({ ...current, missed: true }), { revalidate: false })
  }

  /** Up to `limit` rows, or a page of them; of another list, whose rows still stand there, none. */
  function loadMore(limit?: number) {
    if (isRead && !isLoadingMore && list.nextCursor !== null) void more.trigger(limit)
  }
}

/** What another search has replaced. */
class GivenUp extends Error {}
/** Of which list a failure says something: the one of before says nothing of the next. */
const saysOf = new WeakMap<Error, string>()

/** So many rows a search begins with; nothing where all of a page are as soon there. */
function rowsInSight(search: string): number | undefined {
  const { q, limit } = parseInterviewFilter(new URLSearchParams(search))
  return q === '' ? undefined : Math.min(limit, FIRST_ROWS)
}

type Part = { cursor?: string | null; limit: number | undefined; signal: AbortSignal }

function readPage(search: string, { cursor, limit, signal }: Part): Promise<InterviewPage> {
  const asked = new URLSearchParams(search)
  asked.set('total', 'bounded')
  if (cursor) asked.set('cursor', cursor)
  if (limit !== undefined) asked.set('limit', String(limit))
  return fetchJson<InterviewPage>(`/api/interviews?${asked}`, { signal }).catch((reason: Error) => {
    if (signal.aborted) throw new GivenUp()
    saysOf.set(reason, search)
    throw reason
  })
}
