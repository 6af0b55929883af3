import { useEffect, useState } from 'react'
import useSWR from 'swr'
import { comparePath, parseCompareLink, type CompareLink } from '@/lib/compare/link'
import type { Matrix } from '@/lib/compare/matrix'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

/** Who is to stand side by side, as the address says; `choose` writes it there, which the router tells too late for a second choice. */
export function useFinalists(link: CompareLink) {
  const [ids, setIds] = useState(link.ids)
  useEffect(() => {
    const goBack = () => setIds(parseCompareLink(new URLSearchParams(window.location.search)).ids)
    window.addEventListener('popstate', goBack)
    return () => window.removeEventListener('popstate', goBack)
  }, [])
  const choose = (chosen: string[]) => {
    setIds(chosen)
    window.history.replaceState(null, '', comparePath({ ...link, ids: chosen }))
  }
  return { ids, choose }
}

/** Them as the matrix calls them: where names have come since they were chosen, or have gone, only the server knows. */
export function useFinalistsIn(matrix: Matrix | null, ids: string[]): string[] {
  const isHere = (id: string) => matrix?.rows.some(({ interview }) => interview === id)
  const areOthers = matrix !== null && !ids.every(isHere)
  const key = areOthers ? swrKeys.finalists(matrix.flow.id, ids, matrix.flow.names) : null
  const { data } = useSWR(key, readFinalists, { revalidateOnFocus: false })
  return data ?? ids
}

async function readFinalists([url]: ReturnType<typeof swrKeys.finalists>): Promise<string[]> {
  return (await fetchJson<{ finalists: string[] }>(url)).finalists
}
