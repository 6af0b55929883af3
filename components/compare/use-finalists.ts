import { useEffect, useState } from 'react'
import { comparePath, parseCompareLink, type CompareLink } from '@/lib/compare/link'

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
