'use client'

import { PageLink } from '../ui/page-link'
import { useRatingsOutbox } from './ratings-outbox-context'

/** How many ratings the server does not have, on whatever page. */
export function UnsentRatingCount({ onGo }: { onGo?: () => void }) {
  const { waiting } = useRatingsOutbox()
  if (waiting.length === 0) return null
  return (
    <p role="status" className="appear-late text-xs">
      <PageLink href="/compare" className="text-warn underline" onClick={onGo}>
        {waiting.length === 1 ? '1 rating is not sent yet' : `${waiting.length} ratings are not sent yet`}
      </PageLink>
    </p>
  )
}
