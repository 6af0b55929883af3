import type { ReactNode } from 'react'
import { RatingsOutboxProvider } from '@/components/compare/ratings-outbox-context'
import { OutboxProvider } from '@/components/notes/outbox-context'
import { AppShell } from '@/components/shell/app-shell'
import { StatusProvider } from '@/components/status/status-context'
import { VoteOutboxProvider } from '@/components/votes/vote-outbox-context'
import { findPreferences } from '@/lib/account/queries'
import { findViewer, may } from '@/lib/auth/viewer'
import { findFreshness } from '@/lib/mirror/queries'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer()
  // Each page guards itself and knows where a stranger wanted to go; here there is only nothing to draw.
  if (!viewer) return children

  const { memberId: id, email, name, role } = viewer
  const [freshness, preferences] = await Promise.all([findFreshness(viewer), findPreferences(viewer)])
  return (
    <OutboxProvider memberId={id}>
      <VoteOutboxProvider memberId={id}>
        <RatingsOutboxProvider memberId={id}>
          <StatusProvider memberId={id} maySet={may(viewer, 'status.set')}>
            <AppShell me={{ id, email, name }} role={role} freshness={freshness} preferences={preferences}>
              {children}
            </AppShell>
          </StatusProvider>
        </RatingsOutboxProvider>
      </VoteOutboxProvider>
    </OutboxProvider>
  )
}
