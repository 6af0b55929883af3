'use client'

import type { MouseEvent, ReactNode } from 'react'
import { useVotes } from './votes-context'

type Props = { className: string; onLeave?: () => void; children: ReactNode }

/** What one votes with. Whoever goes from the reason to a vote takes it along; whoever leaves for elsewhere has said it. */
export function VoteSection({ className, onLeave, children }: Props) {
  const { sayReason } = useVotes()
  return (
    <section aria-label="Vote" className={className}>
      <div
        role="presentation"
        onMouseDown={leadFocus}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (currentTarget.contains(relatedTarget)) return
          sayReason()
          onLeave?.()
        }}
      >
        {children}
      </div>
    </section>
  )
}

/** From the reason to the button that is pressed: some browsers give a pressed button no focus, so that it would be nowhere. */
function leadFocus(event: MouseEvent) {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (!button || !(document.activeElement instanceof HTMLTextAreaElement)) return
  event.preventDefault()
  button.focus({ preventScroll: true })
}
