import { useSyncExternalStore } from 'react'
import { Listeners } from '../listeners'

const listeners = new Listeners<[]>()
let open = false

/** Whether the list of keys is open: its key, a button or the palette asks for it. */
export const keysOpen = {
  get: () => open,
  set: (next: boolean) => {
    open = next
    listeners.tell()
  },
}

export function useKeysOpen(): boolean {
  return useSyncExternalStore(subscribe, keysOpen.get, () => false)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
