import useSWR from 'swr'
import type { Freshness } from '@/lib/mirror/freshness'
import { fetchJson } from './fetch-json'
import { swrKeys } from './swr-keys'

const POLL_MS = 20_000

/** How old the data is, kept current; `initial` is what the server rendered. */
export function useFreshness(initial: Freshness): Freshness {
  const { data } = useSWR(swrKeys.freshness, fetchJson<Freshness>, {
    fallbackData: initial,
    refreshInterval: POLL_MS,
    revalidateOnMount: false,
  })
  return data
}
