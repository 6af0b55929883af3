import type { Metadata } from 'next'
import { ConnectionScreen } from '@/components/connection/connection-screen'
import { DrawnFor } from '@/components/drawn-for'
import { SettingsFrame } from '@/components/shell/settings-frame'
import { pageMay } from '@/lib/auth/viewer'
import { findConnection } from '@/lib/connection/queries'

export const metadata: Metadata = { title: 'Connection' }

export default async function ConnectionPage() {
  const admin = await pageMay('connection.read')
  const connection = await findConnection(admin)
  return (
    <DrawnFor memberId={admin.memberId}>
      <SettingsFrame role={admin.role}>
        <ConnectionScreen initial={connection} />
      </SettingsFrame>
    </DrawnFor>
  )
}
