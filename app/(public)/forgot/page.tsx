import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ForgotForm } from '@/components/sign-in/forgot-form'
import { PageLink } from '@/components/ui/page-link'
import { env } from '@/lib/env'
import { servingWays } from '@/lib/members/ways-in/serving-ways'

export const metadata: Metadata = { title: 'Forgotten password' }

export default async function ForgotPage() {
  await connection()
  const serving = servingWays()
  const hasPasswords = serving.includes('password')
  const sendsMail = hasPasswords && env().SMTP_URL !== undefined
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Forgotten password</h1>
      <p className="mb-7 text-muted">
        {!hasPasswords && 'You sign in here with your company’s account, whose password is not kept here.'}
        {hasPasswords && sendsMail && 'A link to set a new one comes by mail. It works once, and for an hour.'}
        {hasPasswords && !sendsMail && 'Ask an admin of your team: they can make you a link to set a new one.'}
        {serving.includes('passkey') && ' If you have a passkey, sign in with it instead.'}
      </p>
      {sendsMail && <ForgotForm />}
      <p className="text-xs text-muted">
        <PageLink href="/sign-in" className="underline underline-offset-2">
          {hasPasswords ? 'Back to signing in' : 'Sign in'}
        </PageLink>
      </p>
    </>
  )
}
