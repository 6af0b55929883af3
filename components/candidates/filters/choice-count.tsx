import useSWR from 'swr'
import { EVERYTHING, filterToSearch, type CountedFilter, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { CountedChoice } from '@/lib/interviews/list/list'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'

type Props = { by: CountedFilter; value: string; filter: InterviewFilter }

/** How many interviews a choice would leave, under the other filters: asked for once by all that are drawn, which is while their menu is open. */
export function ChoiceCount({ by, value, filter }: Props) {
  const { sort, limit } = EVERYTHING
  const search = filterToSearch({ ...filter, [by]: EVERYTHING[by], sort, limit }).toString()
  const { data } = useSWR(swrKeys.counts(by, search), fetchJson<CountedChoice[]>)
  const count = data ? (data.find((counted) => counted.value === value)?.count ?? 0) : null
  return <span className="inline-block min-w-[3ch] text-right numeric">{count?.toLocaleString('en-US')}</span>
}
