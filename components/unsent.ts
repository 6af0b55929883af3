import { useSyncExternalStore } from 'react'
import { Listeners } from './listeners'

const unsent = new Set<string>()
const listeners = new Listeners<[]>()

/** Says of something, by a key of its own, whether the server lacks it although it was sent. Notes have their outbox. */
export function setUnsent(key: string, isUnsent: boolean) {
  if (unsent.has(key) === isUnsent) return
  if (isUnsent) unsent.add(key)
  else unsent.delete(key)
  listeners.tell()
}

export function useHasUnsent(): boolean {
  return useSyncExternalStore(subscribe, hasUnsent, () => false)
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}

export function hasUnsent(): boolean {
  return unsent.size > 0
}
