import { useState } from 'react'
import type { SortKey } from '@/lib/interviews/list/sort'
import { COLUMNS_COOKIE, readColumns, writeColumns } from './columns'

/** The columns that this browser shows, from now on too. */
export function useColumns(initial: SortKey[]): [SortKey[], (columns: SortKey[]) => void] {
  const [columns, setColumns] = useState(initial)
  const choose = (chosen: SortKey[]) => {
    const written = writeColumns(chosen)
    setColumns(readColumns(written))
    document.cookie = `${COLUMNS_COOKIE}=${written}; path=/; max-age=31536000; samesite=lax`
  }
  return [columns, choose]
}
