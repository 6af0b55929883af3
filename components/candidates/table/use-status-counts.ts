import { useEffect } from 'react'
import useSWR from 'swr'
import { EVERYTHING, filterToSearch, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { CountedChoice } from '@/lib/interviews/list/list'
import { STATUSES, type Status } from '@/lib/interviews/status'
import { fetchJson } from '../../fetch-json'
import { useSettledChanges } from '../../status/status-context'
import { swrKeys } from '../../swr-keys'

/** How many of a list have each status, under the other filters; undefined until that is known. */
export function useStatusCounts(filter: InterviewFilter): Record<Status, number> | undefined {
  const { sort, limit } = EVERYTHING
  const search = filterToSearch({ ...filter, status: EVERYTHING.status, sort, limit }).toString()
  const { data, mutate } = useSWR(swrKeys.counts('status', search), fetchJson<CountedChoice[]>)
  const changes = useSettledChanges()
  useEffect(() => {
    if (changes > 0) void mutate()
  }, [changes, mutate])
  if (!data) return undefined
  const counts = new Map(data.map(({ value, count }) => [value, count]))
  return Object.fromEntries(STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<Status, number>
}
