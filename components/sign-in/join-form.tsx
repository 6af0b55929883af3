'use client'

import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { passwordFieldOf } from './new-password'
import { NewPasswordField } from './new-password-field'
import { goSignedIn, sendAcceptance } from './requests'
import { useSubmission } from './use-submission'

type Props = { token: string; email: string; isMain: boolean }

/** The email is the invitation’s: whoever joins proves that they got what was sent there. */
export function JoinForm({ token, email, isMain }: Props) {
  const { form, submit, typed, refusal, wrongField, busy } = useSubmission(
    async ({ name = '', password = '' }) => {
      await sendAcceptance({ token, name, password })
      await goSignedIn({ email, password })
    },
    (code) => (code === 'name_invalid' ? 'name' : passwordFieldOf(code)),
  )
  const errorOf = (field: string) => (wrongField === field ? refusal?.message : null)

  return (
    <form ref={form} action={submit} className="space-y-4">
      <Field
        label="Your name"
        name="name"
        hint="What colleagues see beside your notes."
        error={errorOf('name')}
        autoComplete="name"
        defaultValue={typed.name}
        required
      />
      <Field label="Your email" name="email" type="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField error={errorOf('password')} typed={typed.password} />
      <Button type="submit" look={isMain ? 'primary' : 'secondary'} className="w-full" disabled={busy}>
        {busy ? 'Joining…' : 'Join'}
      </Button>
      <p role="alert" className="min-h-10 text-bad">
        {wrongField ? null : refusal?.message}
      </p>
    </form>
  )
}
