import type { Metadata } from 'next'
import { HomeScreen } from '@/components/home/home-screen'
import { pageViewer } from '@/lib/auth/viewer'
import { listMentions } from '@/lib/notes/queries'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage() {
  const viewer = await pageViewer()
  return <HomeScreen mentions={await listMentions(viewer)} now={Date.now()} />
}
