import { usePathname, useRouter } from 'next/navigation'
import { useCallback, useTransition } from 'react'
import { logSearch, type LogFilter } from '@/lib/audit/log/log-search'

type Narrowing = { member: string | null; interview: string | null; codes: LogFilter['codes'] }
export type Narrow = (change: Partial<Narrowing>) => void

/** How to change what the address narrows the log by: the page then comes anew, and `isComing` until it has. */
export function useLogFilter(filter: LogFilter): { narrow: Narrow; isComing: boolean; refresh: () => void } {
  const router = useRouter()
  const path = usePathname()
  const [isComing, begin] = useTransition()
  const narrow = useCallback<Narrow>(
    (change) => {
      const search = logSearch({ ...filter, ...change } as LogFilter)
      begin(() => router.push(search === '' ? path : `${path}?${search}`))
    },
    [filter, path, router],
  )
  const refresh = useCallback(() => begin(() => router.refresh()), [router])
  return { narrow, isComing, refresh }
}
