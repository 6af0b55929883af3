'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { sendForgotten } from './requests'
import { useSubmission } from './use-submission'

/** What it says afterwards is the same for everybody: it tells nobody who is a member. */
export function ForgotForm() {
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const { form, submit, typed, refusal, busy } = useSubmission(
    async ({ email = '' }) => {
      await sendForgotten({ email })
      setAskedFor(email)
    },
    () => 'email',
  )
  if (askedFor !== null) {
    return (
      <p role="status" className="mb-7">
        If <bdi className="font-medium">{askedFor}</bdi> is a member’s, a link is on its way there. Look among the spam
        too; no link comes to anybody else.
      </p>
    )
  }
  return (
    <form ref={form} action={submit} className="space-y-4">
      <Field label="Email" name="email" type="email" autoComplete="username" defaultValue={typed.email} required />
      <Button type="submit" look="primary" className="w-full" disabled={busy}>
        {busy ? 'Asking…' : 'Send me a link'}
      </Button>
      <p role="alert" className="min-h-10 text-bad">
        {refusal?.message}
      </p>
    </form>
  )
}
