import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { PageLink } from '@/components/ui/page-link'
import { returnPath } from '@/lib/auth/return-path'
import { findViewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { anyMemberExists } from '@/lib/members/setup'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl } = await searchParams
  const next = returnPath([callbackUrl].flat()[0])
  if (await findViewer()) redirect(next)
  if (!(await anyMemberExists())) redirect('/setup')

  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Sign in</h1>
      <p className="mb-7 text-muted">
        {callbackUrl ? 'Your link opens right after.' : 'With the email you were invited by.'}
      </p>
      <SignInForm next={next} address={new URL(env().NEXTAUTH_URL).origin} />
      <p className="text-xs text-muted">
        <PageLink href="/forgot" className="underline underline-offset-2">
          Forgot the password?
        </PageLink>{' '}
        Without an account, ask your admin to invite you.
      </p>
    </>
  )
}
