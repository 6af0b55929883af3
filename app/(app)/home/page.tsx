import type { Metadata } from 'next'
import { DrawnFor } from '@/components/drawn-for'
import { HomeScreen } from '@/components/home/home-screen'
import { pageMay } from '@/lib/auth/viewer'
import { listMentions } from '@/lib/notes/queries'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage() {
  const viewer = await pageMay('interview.read')
  const mentions = await listMentions(viewer)
  return (
    <DrawnFor memberId={viewer.memberId}>
      <HomeScreen mentions={mentions} now={Date.now()} />
    </DrawnFor>
  )
}
