import { useRouter } from 'next/navigation'
import { useEffect, type RefObject } from 'react'
import { playAsItOpens } from './place/walk-state'

/**
 * A plain click on a link in the list goes there without a reload, and plays what `data-plays` names. One of Next's own components for each of hundreds of links
 * would cost the server as much as the rest of their rows.
 */
export function useSoftLinks(list: RefObject<HTMLElement | null>) {
  const router = useRouter()
  useEffect(() => {
    const area = list.current
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('tbody a[href^="/"]') : null
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !isPlain || event.defaultPrevented) return
      event.preventDefault()
      const { plays } = link.dataset
      if (plays !== undefined) playAsItOpens(plays)
      router.push(link.getAttribute('href') ?? '')
    }
    area?.addEventListener('click', follow)
    return () => area?.removeEventListener('click', follow)
  }, [list, router])
}
