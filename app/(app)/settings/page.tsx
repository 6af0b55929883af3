import { notFound, redirect } from 'next/navigation'
import { settingsOf } from '@/components/shell/destinations'
import { pageMay } from '@/lib/auth/viewer'

/** Leads to the first of the settings that this member may see. */
export default async function SettingsPage() {
  const viewer = await pageMay('interview.read')
  const [first] = settingsOf(viewer.role)
  if (!first) notFound()
  redirect(first.href)
}
