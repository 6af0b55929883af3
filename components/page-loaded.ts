import { useSyncExternalStore } from 'react'

/** Whether all that the page is made of has come: what is only wanted next does not get in its way. */
export function usePageLoaded(): boolean {
  return useSyncExternalStore(
    onLoad,
    () => document.readyState === 'complete',
    () => false,
  )
}

function onLoad(onChange: () => void) {
  window.addEventListener('load', onChange)
  return () => window.removeEventListener('load', onChange)
}
