import { useSyncExternalStore } from 'react'
import { kept } from './kept'
import { SHORTCUTS } from './kept-keys'
import { Listeners } from './listeners'

const listeners = new Listeners<[]>()

/** Single-key shortcuts get in the way of some speech input and screen readers (WCAG 2.1.4), so they can be switched off. */
export const shortcutsOff = {
  get: () => kept.find(SHORTCUTS) === 'off',
  set: (off: boolean) => {
    kept.keep(SHORTCUTS, off ? 'off' : 'on')
    listeners.tell()
  },
}

export function useShortcutsOff(): boolean {
  return useSyncExternalStore(subscribe, shortcutsOff.get, () => false)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
