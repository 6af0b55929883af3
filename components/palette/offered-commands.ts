import { useEffect, useSyncExternalStore } from 'react'
import { Listeners } from '../listeners'

/** Something that can be done where the member is now. */
export type Command = {
  id: string
  label: string
  /** The shortcut that does the same. */
  key?: string
  /** The palette stays until it is over, and says why where it fails with RequestFailed. */
  isSlow?: boolean
  run: () => void | Promise<void>
}

const groups = new Map<string, Command[]>()
const listeners = new Listeners<[]>()
const NONE: Command[] = []
let offered: Command[] = NONE

/** Offers a screen's commands in the palette for as long as the screen is there. */
export function useCommands(screen: string, commands: Command[]) {
  useEffect(() => {
    groups.set(screen, commands)
    tell()
    return () => {
      groups.delete(screen)
      tell()
    }
  }, [screen, commands])
}

export function useOfferedCommands(): Command[] {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => NONE,
  )
}

function tell() {
  offered = [...groups.values()].flat()
  listeners.tell()
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
