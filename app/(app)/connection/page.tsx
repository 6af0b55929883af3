import type { Metadata } from 'next'
import { ConnectionScreen } from '@/components/connection/connection-screen'
import { pageAdmin } from '@/lib/auth/viewer'
import { findConnection } from '@/lib/connection/queries'

export const metadata: Metadata = { title: 'Connection' }

export default async function ConnectionPage() {
  const admin = await pageAdmin()
  return <ConnectionScreen initial={await findConnection(admin)} />
}
