import { useSyncExternalStore } from 'react'
import type { InvitationLink } from '@/lib/invitations/invitation'
import { Listeners } from '../listeners'

const listeners = new Listeners<[]>()
let links: ReadonlyMap<string, string> = new Map()
const NONE: ReadonlyMap<string, string> = new Map()

/** The links that were made in this tab, by their invitation: the server tells each once, and keeps none. */
export const madeLinks = {
  add: (made: InvitationLink[]) => {
    links = new Map([...links, ...made.map(({ id, link }) => [id, link] as const)])
    listeners.tell()
  },
}

export function useMadeLinks(): ReadonlyMap<string, string> {
  return useSyncExternalStore(
    (listener) => listeners.add(listener),
    () => links,
    () => NONE,
  )
}
