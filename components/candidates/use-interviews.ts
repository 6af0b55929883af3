'use client'

import useSWRInfinite from 'swr/infinite'
import { filterToSearch, type InterviewFilter } from '@/lib/interviews/filter'
import type { InterviewPage } from '@/lib/interviews/interview'
import { fetchJson } from '../fetch-json'

type Wanted = { filter: InterviewFilter; initial: { search: string; page: InterviewPage } }

const REFRESH_MS = 60_000
/** An empty list may fill at any moment: the first pull is under way. */
const FIRST_PULL_MS = 3_000

/** The pages of a list read so far; `initial` is what the server rendered, good for its own filter only. */
export function useInterviews({ filter, initial }: Wanted) {
  const search = filterToSearch(filter).toString()
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<InterviewPage, Error>(
    (index, previous: InterviewPage | null) => {
      if (index > 0 && !previous?.nextCursor) return null
      const cursor = previous?.nextCursor ? `cursor=${encodeURIComponent(previous.nextCursor)}` : ''
      return `/api/interviews?${[search, cursor].filter(Boolean).join('&')}`
    },
    fetchJson<InterviewPage>,
    {
      fallbackData: search === initial.search ? [initial.page] : undefined,
      keepPreviousData: true,
      revalidateOnMount: search !== initial.search,
      refreshInterval: (seen) => (seen?.[0]?.total ? REFRESH_MS : FIRST_PULL_MS),
      focusThrottleInterval: 30_000,
    },
  )
  const pages = data ?? []
  return {
    rows: pages.flatMap((page) => page.items),
    total: pages[0]?.total ?? 0,
    hasMore: Boolean(pages.at(-1)?.nextCursor),
    error,
    isLoading,
    isLoadingMore: isValidating && size > pages.length,
    loadMore: () => void setSize(size + 1),
    retry: () => void mutate(),
  }
}
