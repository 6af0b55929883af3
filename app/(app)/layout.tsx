import type { ReactNode } from 'react'
import { OutboxProvider } from '@/components/notes/outbox-context'
import { AppShell } from '@/components/shell/app-shell'
import { FreshnessLine } from '@/components/shell/freshness-line'
import { findViewer } from '@/lib/auth/viewer'
import { findFreshness } from '@/lib/mirror/queries'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer()
  // Each page guards itself and knows where a stranger wanted to go; here there is only nothing to draw.
  if (!viewer) return children

  const freshness = await findFreshness(viewer)
  return (
    <OutboxProvider memberId={viewer.memberId}>
      <AppShell
        memberId={viewer.memberId}
        email={viewer.email}
        role={viewer.role}
        freshness={<FreshnessLine initial={freshness} />}
      >
        {children}
      </AppShell>
    </OutboxProvider>
  )
}
