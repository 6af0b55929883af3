'use client'

import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { passwordFieldOf } from './new-password'
import { NewPasswordField } from './new-password-field'
import { goSignedIn, sendNewPassword } from './requests'
import { useSubmission } from './use-submission'

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const { form, submit, typed, refusal, wrongField, busy } = useSubmission(async ({ password = '' }) => {
    await sendNewPassword({ token, password })
    await goSignedIn({ email, password })
  }, passwordFieldOf)

  return (
    <form ref={form} action={submit} className="space-y-4">
      <NewPasswordField error={wrongField ? refusal?.message : null} typed={typed.password} />
      <Field label="Your email" name="email" type="email" autoComplete="username" value={email} readOnly />
      <Button type="submit" look="primary" className="w-full" disabled={busy}>
        {busy ? 'Setting it…' : 'Set the password'}
      </Button>
      <p role="alert" className="min-h-10 text-bad">
        {wrongField ? null : refusal?.message}
      </p>
    </form>
  )
}
