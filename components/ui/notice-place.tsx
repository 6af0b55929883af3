'use client'

import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Listeners } from '../listeners'
import { useIsWide } from './use-is-wide'
import { useMedia } from './use-media'

/** Where a page's foot stays in sight: narrow, and not a phone that lies on its side. */
const HAS_FOOT = '(width < 64rem) and (height >= 25rem)'

/** At the foot of a narrow window, or of the panel beside what is read on a wide one. */
type Where = 'foot' | 'panel'

const places: Record<Where, HTMLElement | null> = { foot: null, panel: null }
const listeners = new Listeners<[]>()
const onChange = (listener: () => void) => listeners.add(listener)

/** The first of what stands at the foot of a page, such as the votes, for what is news there: notices stand in it, and cover nothing. */
export function NoticePlace({ at }: { at: Where }) {
  return <div ref={TAKES[at]} className={`print:hidden ${SHOWN[at]}`} />
}

const TAKES = {
  foot: (element: HTMLElement | null) => take('foot', element),
  panel: (element: HTMLElement | null) => take('panel', element),
}
/** In a window that is lower than its page a panel's foot is out of sight, and what is news there is not. */
const SHOWN = { foot: 'lg:hidden low:hidden', panel: 'sticky bottom-0 z-10 bg-canvas max-lg:hidden' }

/** Without a role where each of its lines has its own. */
type Props = { role?: 'alert' | 'status'; docked: string; floating: string; children: ReactNode }

/** Says what happened for a while: in its place at the foot of the page, where that has one, and floating elsewhere. */
export function Notice({ role, docked, floating, children }: Props) {
  const where = useWhere()
  const here = useSyncExternalStore(
    onChange,
    useCallback(() => where && places[where], [where]),
    () => null,
  )
  const notice = (
    <div role={role} className={`print:hidden ${here ? `${DOCKED} ${docked}` : floating}`}>
      {children}
    </div>
  )
  return here ? createPortal(notice, here) : notice
}

const DOCKED = 'border-line py-1 max-lg:border-b lg:border-t'

function useWhere(): Where | null {
  const isWide = useIsWide()
  const hasFoot = useMedia(HAS_FOOT)
  if (isWide) return 'panel'
  return hasFoot ? 'foot' : null
}

/** Two pages may be there for a moment: the newer one's place counts. */
function take(where: Where, element: HTMLElement | null) {
  set(where, element)
  return () => {
    if (places[where] === element) set(where, null)
  }
}

function set(where: Where, next: HTMLElement | null) {
  places[where] = next
  listeners.tell()
}
