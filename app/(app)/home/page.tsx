import { permanentRedirect } from 'next/navigation'
import { pageMay } from '@/lib/auth/viewer'

/** Where links of before lead. */
export default async function HomePage() {
  await pageMay('interview.read')
  permanentRedirect('/review')
}
