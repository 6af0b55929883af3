import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let open = false

/** Whether the palette is open: a key, a button or the palette itself decides. */
export const paletteOpen = {
  set: (next: boolean) => {
    open = next
    for (const listener of listeners) listener()
  },
  toggle: () => paletteOpen.set(!open),
}

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => false,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
