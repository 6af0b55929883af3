import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { SetupForm } from '@/components/sign-in/setup-form'
import { anyMemberExists } from '@/lib/members/setup'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetupPage() {
  await connection()
  if (await anyMemberExists()) redirect('/sign-in')

  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Set up Debrief</h1>
      <p className="mb-7 text-muted">
        Nobody can sign in yet. The server’s log shows a code; whoever has it becomes the first admin.
      </p>
      <SetupForm />
    </>
  )
}
