'use client'

import { PageLink } from '../ui/page-link'
import { useUnsentStatusCount } from './status-context'

/** How many statuses the server does not have, on whatever page. */
export function UnsentStatusCount({ onGo }: { onGo?: () => void }) {
  const count = useUnsentStatusCount()
  if (count === 0) return null
  return (
    <p role="status" className="appear-late text-xs">
      <PageLink href="/candidates" className="text-warn underline" onClick={onGo}>
        {count === 1 ? '1 status is not sent yet' : `${count.toLocaleString('en')} statuses are not sent yet`}
      </PageLink>
    </p>
  )
}
