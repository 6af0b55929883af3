import { useRouter } from 'next/navigation'
import { useEffect, type RefObject } from 'react'

/**
 * A plain click on a link in the list goes there without a reload. One of Next's own components for each of hundreds of links
 * would cost the server as much as the rest of their rows.
 */
export function useSoftLinks(list: RefObject<HTMLElement | null>) {
  const router = useRouter()
  useEffect(() => {
    const area = list.current
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('tbody a[href^="/"]') : null
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !isPlain || event.defaultPrevented) return
      event.preventDefault()
      router.push(link.getAttribute('href') ?? '')
    }
    area?.addEventListener('click', follow)
    return () => area?.removeEventListener('click', follow)
  }, [list, router])
}
