import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { JoinForm } from '@/components/sign-in/join-form'
import { DeadLink } from '@/components/sign-in/dead-link'
import { OrLine } from '@/components/sign-in/or-line'
import { SingleSignOn } from '@/components/sign-in/single-sign-on'
import { findViewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { DebriefError } from '@/lib/errors'
import { readInvitation } from '@/lib/invitations/joining'
import { peerOf } from '@/lib/server/peer'

export const metadata: Metadata = { title: 'Join' }

export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params
  const invitation = await readInvitation(token, peerOf(await headers())).catch(refusalIn)
  if (typeof invitation === 'string') return <DeadLink sentence={invitation} />

  const viewer = await findViewer()
  const { by, role, email } = invitation
  const { NEXTAUTH_URL, OIDC_ISSUER, PASSWORD_SIGN_IN } = env()
  const hasPasswords = PASSWORD_SIGN_IN === 'on'
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Join Debrief</h1>
      <p className="mb-7 text-muted">
        {by ? <bdi className="text-ink">{by}</bdi> : 'Your team'} invites you as {role === 'admin' ? 'an' : 'a'} {role}:{' '}
        {WHAT[role]}
      </p>
      {OIDC_ISSUER && <SingleSignOn next="/review" address={new URL(NEXTAUTH_URL).origin} failure={null} />}
      {OIDC_ISSUER && hasPasswords && <OrLine words="or with a password" />}
      {hasPasswords && <JoinForm token={token} email={email} isMain={!OIDC_ISSUER} />}
      {viewer && <p className="text-xs text-muted">Joining signs {viewer.email} out in this browser.</p>}
    </>
  )
}

const WHAT = {
  admin: 'to see everything, and to look after members and the connection.',
  recruiter: 'to listen, to decide and to export.',
  reviewer: 'to listen to interviews, to take notes and to vote.',
} as const

/** Other failures are the error page’s. */
function refusalIn(error: unknown): string {
  if (error instanceof DebriefError) return error.message
  throw error
}
