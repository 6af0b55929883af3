'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { filterToSearch, parseInterviewFilter, type InterviewFilter } from '@/lib/interviews/list/filter'

type Change = (change: Partial<InterviewFilter>, how?: 'push' | 'replace') => void

/** The filter that the address names, and how to change it there; a link reproduces what its sender saw. */
export function useFilter(): [InterviewFilter, Change] {
  const search = useSearchParams()
  const path = usePathname()
  const filter = useMemo(() => parseInterviewFilter(new URLSearchParams(search)), [search])

  const change = useCallback<Change>(
    (changed, how = 'push') => {
      // The address as it is now: what was typed may arrive after another filter was chosen.
      const current = parseInterviewFilter(new URLSearchParams(window.location.search))
      const next = filterToSearch({ ...current, ...changed }).toString()
      const url = next === '' ? path : `${path}?${next}`
      if (how === 'push') window.history.pushState(null, '', url)
      else window.history.replaceState(null, '', url)
    },
    [path],
  )
  return [filter, change]
}
