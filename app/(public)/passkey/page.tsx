import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { RequiredPasskey } from '@/components/account/required-passkey'
import { findViewer, pageMay } from '@/lib/auth/viewer'
import { deviceWords } from '@/lib/account/device-words'

export const metadata: Metadata = { title: 'Add a passkey' }

export default async function PasskeyPage() {
  const { memberId, email } = await pageMay('passkey.add')
  // Whoever lacks none adds others in their account.
  if (await findViewer()) redirect('/account')
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Add a passkey</h1>
      <p className="mb-7 text-muted">
        A password alone does not do here any more. A passkey is on your phone, your computer or a security key, and
        opens with your finger, your face or its PIN.
      </p>
      <RequiredPasskey {...{ memberId, email }} suggested={deviceWords((await headers()).get('user-agent'))} />
    </>
  )
}
