import type { ReactNode } from 'react'
import { isAllowed, type Role } from '@/lib/auth/permissions'
import { RatingsOutboxProvider } from '../compare/ratings-outbox-context'
import { OutboxProvider } from '../notes/outbox-context'
import { StatusProvider } from '../status/status-context'
import { VoteOutboxProvider } from '../votes/vote-outbox-context'

type Props = { memberId: string; role: Role; children: ReactNode }

/** What this member has said and the server does not have yet, on whatever page they are. */
export function Outboxes({ memberId, role, children }: Props) {
  return (
    <OutboxProvider memberId={memberId}>
      <VoteOutboxProvider memberId={memberId}>
        <RatingsOutboxProvider memberId={memberId}>
          <StatusProvider memberId={memberId} maySet={isAllowed(role, 'status.set')}>
            {children}
          </StatusProvider>
        </RatingsOutboxProvider>
      </VoteOutboxProvider>
    </OutboxProvider>
  )
}
