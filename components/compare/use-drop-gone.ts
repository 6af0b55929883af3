import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import type { ComparedFlow, Names } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import { fetchJson, RequestFailed } from '../fetch-json'
import { GONE_POLL_MS } from '../gone-poll'
import { isAnswersKey, isSideBySideKey, swrKeys } from '../swr-keys'

/** Takes those whom the reader may not see any more out of what was read of a flow; nothing else of it changes under them. */
export function useDropGone({ id }: Pick<ComparedFlow, 'id'>) {
  const router = useRouter()
  const { cache, mutate } = useSWRConfig()
  const { data, error } = useSWR<Matrix, Error>(swrKeys.comparedNow(id), readUrl, {
    refreshInterval: GONE_POLL_MS,
    revalidateOnMount: false,
  })
  const isFlowGone = error instanceof RequestFailed && error.code === 'flow_not_found'
  useEffect(() => {
    if (isFlowGone) router.refresh()
  }, [isFlowGone, router])
  useEffect(() => {
    if (!data) return
    for (const key of [...cache.keys()]) {
      const part = partOf(id, key)
      const held = part && (cache.get(key)?.data as Held | undefined)
      const left = held && withoutGone(held, part, data)
      // Whatever else is kept is not touched: SWR would drop what is on its way for it.
      if (left !== held) void mutate(key, left, { revalidate: false })
    }
  }, [id, data, cache, mutate])
}

const readUrl = ([, url]: ReturnType<typeof swrKeys.comparedNow>) => fetchJson<Matrix>(url)

type Part = 'rows' | 'answers' | 'finalists'
type Held = Partial<Record<Part, { interview: string }[]>> & { names?: Names; flow?: { names: Names } }

/** What lists its candidates; null for what has none. */
function partOf(flowId: string, key: string): Part | null {
  if (key === swrKeys.matrix(flowId)) return 'rows'
  if (isAnswersKey(flowId, key)) return 'answers'
  return isSideBySideKey(flowId, key) ? 'finalists' : null
}

/** The same where nobody is gone. Where names have come or gone since, all are called otherwise, and are read anew for that. */
function withoutGone(held: Held, part: Part, { flow, rows }: Matrix): Held {
  const here = new Set(rows.map(({ interview }) => interview))
  const names = held.names ?? held.flow?.names
  const listed = held[part] ?? []
  const left = listed.filter(({ interview }) => here.has(interview))
  return names?.areHidden !== flow.names.areHidden || left.length === listed.length ? held : { ...held, [part]: left }
}
