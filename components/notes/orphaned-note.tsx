'use client'

import { Button } from '../ui/button'
import { useOutbox } from './outbox-context'

/** A note that no page can show any more, for its author to give up. */
export function OrphanedNote() {
  const { outbox, waiting } = useOutbox()
  const note = waiting.find(({ orphaned, draft }) => orphaned && draft !== null)
  if (!note) return null
  return (
    <div
      role="alert"
      className="flex items-start gap-2 border-b border-line bg-raised px-4 py-2 text-xs lg:rounded-md lg:border-0 lg:shadow-float print:hidden"
    >
      <p className="min-w-0 flex-1">
        <span className="line-clamp-2" dir="auto">
          “{note.draft?.body}”
        </span>
        <span className="text-warn">
          This note cannot be sent: its interview is gone, or you may not see it any more.
        </span>
      </p>
      <Button size="small" className="text-xs" onClick={() => outbox?.discard(note.id)}>
        Discard
      </Button>
    </div>
  )
}
