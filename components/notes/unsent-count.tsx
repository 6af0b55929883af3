'use client'

import { candidatePath } from '../candidates/candidate-path'
import { PageLink } from '../ui/page-link'
import { useOutbox } from './outbox-context'

/** How many notes the server does not have, on whatever page; leads to the oldest. */
export function UnsentCount() {
  const { waiting } = useOutbox()
  const [oldest] = waiting
  if (!oldest) return null
  return (
    <p role="status" className="appear-late text-xs">
      <PageLink href={`${candidatePath(oldest.interviewId, '')}#note-${oldest.id}`} className="text-warn underline">
        {waiting.length === 1 ? '1 note is not sent yet' : `${waiting.length} notes are not sent yet`}
      </PageLink>
    </p>
  )
}
