import { useSyncExternalStore } from 'react'

/** What only the browser knows, read each time that it is drawn; `onServer` until the page is alive. */
export function useInBrowser<Value>(read: () => Value, onServer: Value): Value {
  return useSyncExternalStore(never, read, () => onServer)
}

function never() {
  return () => {}
}
