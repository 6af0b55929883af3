'use client'

import { createContext, useContext, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { FocusModality } from '../focus-modality'
import { director } from './director'
import { Dock, DockContext } from './dock'
import { usePlayback } from './playback-context'

const RootContext = createContext<RefObject<HTMLElement | null> | null>(null)

type Props = { className: string; children: ReactNode }

/** Around a player and all that belongs to its recording: whoever presses something in it, or moves the focus into it, uses this one. */
export function PlaybackRoot({ className, children }: Props) {
  const playback = usePlayback()
  const root = useRef<HTMLDivElement>(null)
  const [dock] = useState(() => new Dock())
  const use = () => director.use(playback)
  useLayoutEffect(() => new FocusModality(window).listen(), [])
  return (
    <RootContext value={root}>
      <DockContext value={dock}>
        <div ref={root} onPointerDownCapture={use} onFocusCapture={use} className={className}>
          {children}
        </div>
      </DockContext>
    </RootContext>
  )
}

/** Below it is looked for what belongs to the recording: another one may be on the page. */
export function useRoot(): RefObject<HTMLElement | null> {
  const root = useContext(RootContext)
  if (!root) throw new Error('useRoot needs a PlaybackRoot above it')
  return root
}
