import { useState } from 'react'
import type { SortKey } from '@/lib/interviews/sort'
import { COLUMNS_COOKIE, writeColumns } from './columns'

/** The columns that this browser shows, from now on too. */
export function useColumns(initial: SortKey[]): [SortKey[], (columns: SortKey[]) => void] {
  const [columns, setColumns] = useState(initial)
  const choose = (chosen: SortKey[]) => {
    setColumns(chosen)
    document.cookie = `${COLUMNS_COOKIE}=${writeColumns(chosen)}; path=/; max-age=31536000; samesite=lax`
  }
  return [columns, choose]
}
