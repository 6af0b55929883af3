import { useSyncExternalStore } from 'react'
import { kept } from './kept'
import { Listeners } from './listeners'

const KEY = 'debrief-keys'
const listeners = new Listeners<[]>()

/** Single-key shortcuts get in the way of some speech input and screen readers (WCAG 2.1.4), so they can be switched off. */
export const shortcutsOff = {
  get: () => kept.find(KEY) === 'off',
  set: (off: boolean) => {
    kept.keep(KEY, off ? 'off' : 'on')
    listeners.tell()
  },
}

export function useShortcutsOff(): boolean {
  return useSyncExternalStore(subscribe, shortcutsOff.get, () => false)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
