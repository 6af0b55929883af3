import { useEffect, useMemo, useRef } from 'react'
import useSWR from 'swr'
import useSWRMutation from 'swr/mutation'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { appendPage, NOTHING_READ, startList, type LoadedList } from './table/loaded-list'
import type { FirstPage } from './table/sent-list'
import { isOutdated, useNews } from './use-news'

/** What the server rendered and somebody has seen: whoever comes back to it finds it as it was. */
const seenBefore = new WeakSet<InterviewPage>()

type Wanted = { search: string; initial: FirstPage }

/**
 * What has been read of the list that `search` names; `initial` is what the server rendered, good for its own search only.
 * A list that was read before is as it was left, with news of what happened since.
 */
export function useInterviews({ search, initial }: Wanted) {
  const key = swrKeys.list(search)
  const rendered = useMemo(
    () => (search === initial.search ? startList(search, initial.page) : undefined),
    [search, initial],
  )
  const first = useSWR<LoadedList, Error>(key, async () => startList(search, await readPage(search)), {
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
    (_, { arg: limit }: { arg: number | undefined }) => readPage(search, { cursor: list.nextCursor, limit }),
    {
      populateCache: (page: InterviewPage, current: LoadedList = list) => appendPage(current, page),
      revalidate: false,
      throwOnError: false,
      onSuccess: () => {
        readAnew.current = undefined
        if (isToBeReadAnew.current) reload()
      },
      onError: (error: Error) => {
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
  useNews({
    ...{ list, search, isReading: isLoadingMore, change: first.mutate, reload },
    isJustRendered: list === rendered && !seenBefore.has(initial.page),
  })
  useEffect(() => void seenBefore.add(initial.page), [initial.page])

  return {
    list,
    error: first.error ?? more.error,
    isLoading: first.isLoading,
    isLoadingMore,
    /** Up to `limit` rows, or a page of them. */
    loadMore: (limit?: number) => {
      if (!isLoadingMore && list.nextCursor !== null) void more.trigger(limit)
    },
    reload,
  }
}

function readPage(search: string, { cursor, limit }: { cursor?: string | null; limit?: number | undefined } = {}) {
  const asked = new URLSearchParams(search)
  asked.set('total', 'bounded')
  if (cursor) asked.set('cursor', cursor)
  if (limit !== undefined) asked.set('limit', String(limit))
  return fetchJson<InterviewPage>(`/api/interviews?${asked}`)
}
