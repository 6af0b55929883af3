import { useSyncExternalStore } from 'react'
import { keptInTab } from '../kept'
import { ownKey } from '../kept-keys'
import { Listeners } from '../listeners'

const listeners = new Listeners<[]>()
/** Read once: a storage may hold anything, and another thing each time. */
let latest: string | null | undefined

/** The key of the trouble that its reader has read and put away in this tab; null where there is none. */
export const dismissed = {
  get: (): string | null => {
    const key = ownKey('dismissed')
    latest ??= key && keptInTab.find(key)
    return latest
  },
  set: (trouble: string) => {
    const key = ownKey('dismissed')
    if (key) keptInTab.keep(key, trouble)
    latest = trouble
    listeners.tell()
  },
  /** It is over: when it comes again it is said again. */
  forget: () => {
    if (!dismissed.get()) return
    const key = ownKey('dismissed')
    if (key) keptInTab.drop(key)
    latest = ''
    listeners.tell()
  },
}

export function useDismissed(): string | null {
  return useSyncExternalStore(subscribe, dismissed.get, () => null)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
