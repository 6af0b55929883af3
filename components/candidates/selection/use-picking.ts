'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { InterviewRow } from '@/lib/interviews/interview'
import { useStatuses } from '../../status/status-context'
import { countRows, type LoadedList } from '../table/loaded-list'
import { Selection } from './selection'
import { usePickedIds } from './picked-context'

/** So many can be changed at once. */
const MOST_PICKED = 500
/** Rows that one request reads. */
const MOST_READ = 200

type Read = {
  list: LoadedList
  search: string
  isReading: boolean
  hasFailed: boolean
  loadMore: (limit: number) => void
}

/** What of the list is ticked: rows that are there, each as it is now. Another list has nothing ticked. */
export function usePicking({ list, search, isReading, hasFailed, loadMore }: Read) {
  const { maySet } = useStatuses()
  const selection = useMemo(() => (maySet ? new Selection(search) : null), [maySet, search])
  const ids = usePickedIds(selection)
  const [isSelecting, setSelecting] = useState(false)
  /** The selection that is to have all that match. */
  const takesAll = useRef<Selection>(null)

  const count = countRows(list)
  const most = Math.min(list.total, MOST_PICKED)
  /** Ticks them once they are there, and reads on until then. */
  const takeAll = () => {
    if (!selection || takesAll.current !== selection || isReading) return
    if (count < most && list.nextCursor !== null) return loadMore(Math.min(MOST_READ, most - count))
    takesAll.current = null
    selection.set(
      rowsOf(list)
        .map(({ id }) => id)
        .slice(0, MOST_PICKED),
    )
  }
  useEffect(() => {
    // Whoever wants them then asks again: a server that does not answer would be asked without end.
    if (hasFailed && !isReading) takesAll.current = null
    takeAll()
  })
  /** And whatever was to be ticked yet. */
  const clear = () => {
    takesAll.current = null
    selection?.clear()
  }

  const rows = ids.size === 0 ? NONE : rowsOf(list).filter(({ id }) => ids.has(id))
  return {
    selection,
    rows,
    pickable: { most, total: list.total },
    selectAll: () => {
      takesAll.current = selection
      takeAll()
    },
    clear,
    /** A narrow screen has room for ticks only then. */
    isSelecting: isSelecting || rows.length > 0,
    toggleSelecting: () => {
      if (isSelecting) clear()
      setSelecting(!isSelecting)
    },
  }
}

const NONE: InterviewRow[] = []

function rowsOf({ pages }: LoadedList): InterviewRow[] {
  return pages.flatMap(({ items }) => items)
}
