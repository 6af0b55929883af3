'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { filterToSearch, parseInterviewFilter, type InterviewFilter } from '@/lib/interviews/filter'

type Change = (change: Partial<InterviewFilter>, how?: 'push' | 'replace') => void

/** The filter that the address names, and how to change it there; a link reproduces what its sender saw. */
export function useFilter(): [InterviewFilter, Change] {
  const search = useSearchParams()
  const path = usePathname()
  const filter = useMemo(() => parseInterviewFilter(new URLSearchParams(search)), [search])

  const change = useCallback<Change>(
    (changed, how = 'push') => {
      const next = filterToSearch({ ...filter, ...changed }).toString()
      const url = next === '' ? path : `${path}?${next}`
      if (how === 'push') window.history.pushState(null, '', url)
      else window.history.replaceState(null, '', url)
    },
    [filter, path],
  )
  return [filter, change]
}
