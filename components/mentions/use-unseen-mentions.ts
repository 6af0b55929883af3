import useSWR from 'swr'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

const POLL_MS = 60_000

/** How many notes name this member and have not been shown to them; 0 while it is not known. */
export function useUnseenMentions(): number {
  const { data } = useSWR(swrKeys.mentions, fetchJson<{ unseen: number }>, { refreshInterval: POLL_MS })
  return data?.unseen ?? 0
}
