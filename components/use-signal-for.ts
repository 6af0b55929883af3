import { useLayoutEffect, useRef } from 'react'

/**
 * A signal for whatever is asked for this key, aborted once there is another one. It outlives the page: whoever comes back finds what
 * was on its way.
 */
export function useSignalFor(key: string): () => AbortSignal {
  const current = useRef<AbortController>(null)
  const asked = useRef(key)
  useLayoutEffect(() => {
    if (asked.current === key) return
    asked.current = key
    current.current?.abort()
    current.current = null
  }, [key])
  return () => (current.current ??= new AbortController()).signal
}
