import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { TabGuard } from '@/components/shell/tab-guard'
import { Wordmark } from '@/components/shell/wordmark'

/** All that a search engine can reach: the rest needs a session. */
export const metadata: Metadata = { robots: { index: false, follow: false } }

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-92 flex-col px-4 pt-[max(3rem,16dvh)] pb-12">
      <p className="mb-10">
        <Wordmark />
      </p>
      {children}
      <TabGuard memberId={null} />
    </main>
  )
}
