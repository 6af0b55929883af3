import useSWR, { type KeyedMutator } from 'swr'
import type { ListNews } from '@/lib/interviews/list/list'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { applyNews, countRows, mustReadAnew, type LoadedList } from './table/loaded-list'

const POLL_MS = 15_000
/** An empty list may fill at any moment: the first pull may be under way. */
const FIRST_PULL_MS = 3_000

type Read = {
  list: LoadedList
  search: string
  /** Whether it is the list that its reader means: nobody looks long at what they find while they type. */
  isSettled: boolean
  /** The server rendered this list a moment ago, so there is no hurry to ask. */
  isJustRendered: boolean
  /** Rows are on their way, which SWR would drop for what is written before they come: the next news tell it again. */
  isReading: boolean
  change: KeyedMutator<LoadedList>
  reload: () => void
}

/** Keeps the rows that are there current, and counts those that are not; where there is none, nothing can move. */
export function useNews({ list, search, isSettled, isJustRendered, isReading, change, reload }: Read) {
  const isEmpty = countRows(list) === 0
  const key = isSettled && list.search === search ? swrKeys.news(search) : null
  useSWR<ListNews, Error>(key, () => fetchJson(newsUrl(list)), {
    refreshInterval: isEmpty ? FIRST_PULL_MS : POLL_MS,
    revalidateOnMount: !isJustRendered,
    onSuccess: (news) => {
      if (mustReadAnew(list, news)) reload()
      else if (!isReading) void change((current = list) => applyNews(current, news), { revalidate: false })
    },
    onError: (error) => {
      if (isOutdated(error)) reload()
    },
  })
}

/** The server does not know the list's `asOf` or cursor any more, as after an upgrade. */
export function isOutdated(error: Error): boolean {
  return error instanceof RequestFailed && error.code === 'invalid_input'
}

function newsUrl({ search, nextCursor, asOf }: LoadedList): string {
  const asked = new URLSearchParams(search ?? '')
  asked.set('total', 'bounded')
  if (nextCursor !== null) asked.set('cursor', nextCursor)
  asked.set('since', asOf)
  return `/api/interviews/news?${asked}`
}
