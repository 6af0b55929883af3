'use client'

import { usePathname } from 'next/navigation'
import { candidatePath } from '../candidates/candidate-path'
import { Button } from '../ui/button'
import { PageLink } from '../ui/page-link'
import { useOutbox } from './outbox-context'
import type { Unsent } from './outbox'

/** The notes that the server does not have, on whatever page; leads to the oldest. */
export function UnsentCount() {
  const { outbox, waiting } = useOutbox()
  const unsent = waiting.filter(({ draft }) => draft !== null)
  const [homeless] = unsent.filter((note) => note.homeless)
  const others = unsent.filter((note) => !note.homeless)
  return (
    <>
      {others[0] && (
        <p role="status" className="appear-late text-xs">
          <LinkToNote note={others[0]}>
            {others.length === 1 ? '1 note is not sent yet' : `${others.length} notes are not sent yet`}
          </LinkToNote>
        </p>
      )}
      {homeless && (
        <p role="alert" className="text-xs text-warn">
          <span className="line-clamp-1" title={homeless.draft?.body}>
            “{homeless.draft?.body}”
          </span>
          cannot be sent: its interview is gone, or you may not see it any more.
          <Button look="quiet" size="small" className="text-xs" onClick={() => outbox?.discard(homeless.id)}>
            Discard
          </Button>
        </p>
      )}
    </>
  )
}

/** In its own room the list that this was opened from and the moment stay as they are. */
function LinkToNote({ note: { interviewId, id }, children }: { note: Unsent; children: string }) {
  const path = candidatePath(interviewId, '')
  const isHere = usePathname() === path
  const ToNote = isHere ? 'a' : PageLink
  return (
    <ToNote href={`${isHere ? '' : path}#note-${id}`} className="text-warn underline">
      {children}
    </ToNote>
  )
}
