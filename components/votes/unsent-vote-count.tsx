'use client'

import { howMany } from '../how-many'
import { candidatePath } from '../candidates/identity/candidate-path'
import { PageLink } from '../ui/page-link'
import { useVoteOutbox } from './vote-outbox-context'

/** How many votes the server does not have, on whatever page; leads to the oldest. */
export function UnsentVoteCount({ onGo }: { onGo?: () => void }) {
  const { waiting } = useVoteOutbox()
  const unsent = waiting.filter(({ orphaned }) => !orphaned)
  const [oldest] = unsent
  if (!oldest) return null
  return (
    <p role="status" className="appear-late text-xs">
      <PageLink href={candidatePath(oldest.interviewId, '')} className="text-warn underline" onClick={onGo}>
        {howMany(unsent.length, 'vote is', 'votes are')} not sent yet
      </PageLink>
    </p>
  )
}
