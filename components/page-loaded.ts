import { startTransition, useEffect, useState } from 'react'

/** Whether all that the page is made of has come: what is only wanted next does not get in its way, nor what is drawn for it. */
export function usePageLoaded(): boolean {
  const [isLoaded, setLoaded] = useState(false)
  useEffect(() => {
    const left = new AbortController()
    const tell = () => startTransition(() => setLoaded(true))
    if (document.readyState === 'complete') tell()
    else window.addEventListener('load', tell, left)
    return () => left.abort()
  }, [])
  return isLoaded
}
