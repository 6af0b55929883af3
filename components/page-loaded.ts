import { startTransition, useEffect, useState } from 'react'

/** Whether all that the page is made of has come: what is only wanted next does not get in its way, nor what is drawn for it. */
export function usePageLoaded(): boolean {
  const [isLoaded, setLoaded] = useState(false)
  useEffect(() => {
    const left = new AbortController()
    onPageLoaded(() => startTransition(() => setLoaded(true)), left.signal)
    return () => left.abort()
  }, [])
  return isLoaded
}

/** Calls `then` once all that the page is made of has come, and at once where it has, unless `signal` is aborted. */
export function onPageLoaded(then: () => void, signal: AbortSignal) {
  if (document.readyState === 'complete') then()
  else window.addEventListener('load', then, { signal })
}
