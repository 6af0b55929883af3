'use client'

import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Listeners } from '../listeners'
import { useMedia } from './use-media'

/** Where something is docked at the foot of the window: narrow, and not a phone that lies on its side. */
const DOCKS = '(width < 64rem) and (height >= 25rem)'

let place: HTMLElement | null = null
const listeners = new Listeners<[]>()
const onChange = (listener: () => void) => listeners.add(listener)

/** The first of what is docked at the foot of a phone, for what is news there: notices stand in it, and cover nothing. */
export function NoticePlace() {
  return <div ref={take} className="lg:hidden print:hidden low:hidden" />
}

type Props = { role: 'alert' | 'status'; docked: string; floating: string; children: ReactNode }

/** Says what happened for a while: in its place at the foot of a phone, where a page has one, and floating elsewhere. */
export function Notice({ role, docked, floating, children }: Props) {
  const docks = useMedia(DOCKS)
  const here = useSyncExternalStore(
    onChange,
    useCallback(() => (docks ? place : null), [docks]),
    () => null,
  )
  const notice = (
    <div role={role} className={`print:hidden ${here ? docked : floating}`}>
      {children}
    </div>
  )
  return here ? createPortal(notice, here) : notice
}

/** Two pages may be there for a moment: the newer one's place counts. */
function take(element: HTMLElement | null) {
  set(element)
  return () => {
    if (place === element) set(null)
  }
}

function set(next: HTMLElement | null) {
  place = next
  listeners.tell()
}
