'use client'

import { useMemo } from 'react'
import { parseInterviewFilter } from '@/lib/interviews/list/filter'
import type { SortKey } from '@/lib/interviews/list/sort'
import { useShownStatuses } from '../../status/status-context'
import { groupByStatus } from './by-status'
import { ListPage } from './list-page'
import type { LoadedList } from './loaded-list'
import { StatusHead } from './status-head'
import { useStatusCounts } from './use-status-counts'

type Props = {
  list: LoadedList
  ordinals: string[]
  descending: boolean
  drawn: number
  isWide: boolean
  columns: SortKey[]
  search: string
  now: number
}

/** The list as a board: the same rows below their statuses, each with how many there are. */
export function RowsByStatus({ list, ordinals, descending, ...shown }: Props) {
  const shownStatus = useShownStatuses()
  const { pages, nextCursor } = list
  const groups = useMemo(
    () =>
      groupByStatus({
        pages,
        ordinals,
        descending,
        isWhole: nextCursor === null,
        statusOf: (row) => shownStatus(row).status,
      }),
    [pages, ordinals, descending, nextCursor, shownStatus],
  )
  const filter = useMemo(() => parseInterviewFilter(new URLSearchParams(shown.search)), [shown.search])
  const counts = useStatusCounts(filter)
  const isAsked = (status: (typeof groups)[number]['status']) =>
    filter.status.length === 0 || filter.status.includes(status)
  return groups
    .filter(({ status, parts }) => isAsked(status) || parts.length > 0)
    .flatMap(({ status, parts }) => [
      <StatusHead key={status} status={status} count={counts?.[status] ?? null} columns={shown.columns.length} />,
      ...parts.map((part, index) => <ListPage key={`${status} ${index}`} {...part} {...shown} />),
    ])
}
