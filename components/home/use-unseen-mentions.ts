import useSWR from 'swr'
import { fetchJson } from '../fetch-json'

export const MENTIONS_URL = '/api/mentions'
const POLL_MS = 60_000

/** How many notes name this member and have not been shown to them; 0 while it is not known. */
export function useUnseenMentions(): number {
  const { data } = useSWR(MENTIONS_URL, fetchJson<{ unseen: number }>, { refreshInterval: POLL_MS })
  return data?.unseen ?? 0
}
