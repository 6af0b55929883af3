'use client'

import { howMany } from '../how-many'
import { PageLink } from '../ui/page-link'
import { useRatingsOutbox } from './ratings-outbox-context'

/** How many ratings the server does not have, on whatever page. */
export function UnsentRatingCount({ onGo }: { onGo?: () => void }) {
  const { waiting, contested } = useRatingsOutbox()
  const count = waiting.length + contested.length
  if (count === 0) return null
  return (
    <p role="status" className="appear-late text-xs">
      <PageLink href="/compare" className="text-warn underline" onClick={onGo}>
        {howMany(count, 'rating is', 'ratings are')} not sent yet
      </PageLink>
    </p>
  )
}
