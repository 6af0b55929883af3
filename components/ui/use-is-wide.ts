import { useSyncExternalStore } from 'react'

/** As Tailwind's `lg`. */
const WIDE = '(width >= 1024px)'

/** Whether panels stand beside each other; false on the server, which does not know. For what style alone cannot say. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    listen,
    () => window.matchMedia(WIDE).matches,
    () => false,
  )
}

function listen(onChange: () => void) {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
