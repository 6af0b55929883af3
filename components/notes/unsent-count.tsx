'use client'

import { usePathname } from 'next/navigation'
import { howMany } from '../how-many'
import { candidatePath } from '../candidates/identity/candidate-path'
import { PageLink } from '../ui/page-link'
import { useOutbox } from './outbox-context'
import type { Unsent } from './outbox'

/** How many notes the server does not have, on whatever page; leads to the oldest. */
export function UnsentCount({ onGo }: { onGo?: () => void }) {
  const { waiting } = useOutbox()
  const unsent = waiting.filter(({ draft, orphaned }) => draft !== null && !orphaned)
  const [oldest] = unsent
  if (!oldest) return null
  return (
    <p role="status" className="appear-late text-xs">
      <LinkToNote note={oldest} onGo={onGo}>
        {`${howMany(unsent.length, 'note is', 'notes are')} not sent yet`}
      </LinkToNote>
    </p>
  )
}

type LinkProps = { note: Unsent; onGo: (() => void) | undefined; children: string }

/** In its own room the list that this was opened from and the moment stay as they are. */
function LinkToNote({ note: { interviewId, id }, onGo, children }: LinkProps) {
  const path = candidatePath(interviewId, '')
  const isHere = usePathname() === path
  const ToNote = isHere ? 'a' : PageLink
  return (
    <ToNote href={`${isHere ? '' : path}#note-${id}`} className="text-warn underline" onClick={onGo}>
      {children}
    </ToNote>
  )
}
