'use client'

import { useLayoutEffect, useRef } from 'react'
import { Button } from '../ui/button'
import { leaveFocusTo } from '../ui/leave-focus-to'
import { useNotes } from './notes-context'

/** Says that a note was deleted, and brings it back. Always there, so that a screen reader hears of what comes into it. */
export function DeletedLine() {
  const { removed } = useNotes()
  return (
    <div role="status" className="sticky top-[calc(var(--room-header,0px)+3rem)] z-10 lg:top-0">
      {removed !== null && <Deleted key={removed} />}
    </div>
  )
}

function Deleted() {
  const { undoRemove } = useNotes()
  const line = useRef<HTMLParagraphElement>(null)
  // The focus does not go away with the button.
  useLayoutEffect(() => {
    const element = line.current
    return () => {
      if (element?.contains(document.activeElement)) leaveFocusTo(element.closest<HTMLElement>('[role=tabpanel]'))
    }
  }, [])
  return (
    <p
      ref={line}
      className="mb-3 flex items-center justify-between rounded-md border border-line bg-raised py-1 pr-1 pl-3 print:hidden"
    >
      Note deleted
      <Button look="quiet" size="small" onClick={undoRemove}>
        Undo
      </Button>
    </p>
  )
}
