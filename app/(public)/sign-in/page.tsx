import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StillSignedIn } from '@/components/sign-in/still-signed-in'
import { PageLink } from '@/components/ui/page-link'
import { WaysIn } from '@/components/sign-in/ways-in'
import { returnPath } from '@/lib/auth/return-path'
import { findViewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { failureMessage, isFailureCode } from '@/lib/errors'
import { anyMemberExists } from '@/lib/members/setup'
import { servingWays } from '@/lib/members/ways-in/serving-ways'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const next = returnPath([callbackUrl].flat()[0])
  const failure = sentenceOf([error].flat()[0])
  const viewer = await findViewer()
  if (viewer && failure !== null) return <StillSignedIn email={viewer.email} failure={failure} next={next} />
  if (viewer) redirect(next)
  if (!(await anyMemberExists())) redirect('/setup')

  const serving = servingWays()
  const hasPasswords = serving.includes('password')
  const hasSingleSignOn = serving.includes('oidc')
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Sign in</h1>
      <p className="mb-7 text-muted">
        {callbackUrl
          ? 'Your link opens right after.'
          : hasSingleSignOn
            ? 'With your company’s account.'
            : 'With the email you were invited by.'}
      </p>
      <WaysIn
        {...{ next, failure, hasSingleSignOn, hasPasswords }}
        address={new URL(env().NEXTAUTH_URL).origin}
        hasPasskeys={serving.includes('passkey')}
      />
      <p className="text-xs text-muted">
        {hasPasswords && (
          <PageLink href="/forgot" className="underline underline-offset-2">
            Forgot the password?
          </PageLink>
        )}{' '}
        {!hasSingleSignOn && 'Without an account, ask your admin to invite you.'}
      </p>
    </>
  )
}

/** Of what was tried before, by its code: never a word that somebody put into the address. */
function sentenceOf(code = ''): string | null {
  return isFailureCode(code) ? failureMessage(code) : null
}
