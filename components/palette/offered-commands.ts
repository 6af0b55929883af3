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

/** Whose commands are no screen's. */
export const EVERYWHERE = 'everywhere'

const groups = new Map<string, Command[]>()
const listeners = new Listeners<[]>()
const NONE: Offered = { here: [], everywhere: [] }
let offered = NONE

/** What the screen offers, and what can be done on every one. */
export type Offered = { here: Command[]; everywhere: Command[] }

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

export function useOfferedCommands(): Offered {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => NONE,
  )
}

function tell() {
  const here = [...groups].flatMap(([screen, commands]) => (screen === EVERYWHERE ? [] : commands))
  offered = { here, everywhere: groups.get(EVERYWHERE) ?? [] }
  listeners.tell()
}

function subscribe(listener: () => void) {
  return listeners.add(listener)
}
