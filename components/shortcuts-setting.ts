import { useSyncExternalStore } from 'react'

const KEY = 'debrief-keys'
const listeners = new Set<() => void>()

/** Single-key shortcuts get in the way of some speech input and screen readers (WCAG 2.1.4), so they can be switched off. */
export const shortcutsOff = {
  get: () => window.localStorage.getItem(KEY) === 'off',
  set: (off: boolean) => {
    window.localStorage.setItem(KEY, off ? 'off' : 'on')
    for (const listener of listeners) listener()
  },
}

export function useShortcutsOff(): boolean {
  return useSyncExternalStore(subscribe, shortcutsOff.get, () => false)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
