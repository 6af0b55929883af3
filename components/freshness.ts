import useSWR from 'swr'
import type { Freshness } from '@/lib/mirror/freshness'
import { fetchJson } from './fetch-json'
import { swrKeys } from './swr-keys'

const POLL_MS = 20_000

/** How old the data is, kept current, from what the server drew the page with (`Polling`) on; undefined where it drew none. */
export function useFreshness(): Freshness | undefined {
  const { data } = useSWR(swrKeys.freshness, fetchJson<Freshness>, {
    refreshInterval: POLL_MS,
    revalidateOnMount: false,
  })
  return data
}
