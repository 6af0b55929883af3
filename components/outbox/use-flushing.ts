import { useEffect } from 'react'

/** Between two attempts. */
const RETRY_MS = 15_000

/** `release` sends also what could still be brought back: whoever could do so is leaving. */
type Flushed = { flush: () => Promise<void>; release: () => Promise<void>; refresh: () => void }

/** What waits is tried again whenever the network or the reader come back, and every now and then; null on the server. */
export function useFlushing(outbox: Flushed | null) {
  useEffect(() => {
    if (!outbox) return undefined
    const left = new AbortController()
    const flush = () => void outbox.flush()
    flush()
    const timer = setInterval(flush, RETRY_MS)
    left.signal.addEventListener('abort', () => clearInterval(timer))
    window.addEventListener('online', flush, left)
    window.addEventListener('pagehide', () => void outbox.release(), left)
    window.addEventListener('storage', outbox.refresh, left)
    document.addEventListener('visibilitychange', flush, left)
    return () => left.abort()
  }, [outbox])
}
