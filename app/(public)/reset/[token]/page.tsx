import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { DeadLink } from '@/components/sign-in/dead-link'
import { NewPasswordForm } from '@/components/sign-in/new-password-form'
import { DebriefError } from '@/lib/errors'
import { readPasswordLink } from '@/lib/password-links/using'
import { peerOf } from '@/lib/server/peer'

export const metadata: Metadata = { title: 'New password' }

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  const link = await readPasswordLink(token, peerOf(await headers())).catch(refusalIn)
  if (typeof link === 'string') return <DeadLink sentence={link} />

  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">New password</h1>
      <p className="mb-7 text-muted">It signs you out everywhere else. The link works once.</p>
      <NewPasswordForm token={token} email={link.email} />
    </>
  )
}

/** Other failures are the error page’s. */
function refusalIn(error: unknown): string {
  if (error instanceof DebriefError) return error.message
  throw error
}
