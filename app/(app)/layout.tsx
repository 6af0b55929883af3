import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { findOwnPreferences, findPullsWithViewer, findViewer } from '@/lib/auth/viewer'
import { findFreshness } from '@/lib/mirror/queries'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer()
  // Each page guards itself and knows where a stranger wanted to go; here there is only nothing to draw.
  if (!viewer) return children

  const { memberId: id, email, name, role } = viewer
  const preferences = await findOwnPreferences()
  const freshness = await findFreshness(viewer, await findPullsWithViewer())
  return (
    <AppShell me={{ id, email, name }} role={role} freshness={freshness} preferences={preferences}>
      {children}
    </AppShell>
  )
}
