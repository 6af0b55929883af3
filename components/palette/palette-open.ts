import { useSyncExternalStore } from 'react'
import { Listeners } from '../listeners'

const listeners = new Listeners<[]>()
let open = false

/** Whether the palette is open: a key, a button or the palette itself decides. */
export const paletteOpen = {
  get: () => open,
  set: (next: boolean) => {
    open = next
    listeners.tell()
  },
  toggle: () => paletteOpen.set(!open),
}

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(subscribe, paletteOpen.get, () => false)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
