'use client'

import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { passwordFieldOf } from './new-password'
import { NewPasswordField } from './new-password-field'
import { goSignedIn, sendClaim } from './requests'
import { useSubmission } from './use-submission'

const FIELD_OF: Record<string, string> = {
  setup_code_wrong: 'code',
  name_invalid: 'name',
  email_invalid: 'email',
}

export function SetupForm() {
  const { form, submit, typed, refusal, wrongField, busy } = useSubmission(
    async ({ code = '', name = '', email = '', password = '' }) => {
      await sendClaim({ code, name, email, password })
      await goSignedIn({ email, password })
    },
    (code) => FIELD_OF[code] ?? passwordFieldOf(code),
  )
  const errorOf = (field: string) => (wrongField === field ? refusal?.message : null)

  return (
    <form ref={form} action={submit} className="space-y-4">
      <Field
        label="One-time code"
        name="code"
        hint="From the server’s log: four groups of five characters."
        error={errorOf('code')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={typed.code}
        required
      />
      <Field
        label="Your name"
        name="name"
        hint="What colleagues see beside your notes."
        error={errorOf('name')}
        autoComplete="name"
        defaultValue={typed.name}
      />
      <Field
        label="Your email"
        name="email"
        type="email"
        error={errorOf('email')}
        autoComplete="username"
        defaultValue={typed.email}
        required
      />
      <NewPasswordField error={errorOf('password')} typed={typed.password} />
      <Button type="submit" look="primary" className="w-full" disabled={busy}>
        {busy ? 'Setting up…' : 'Make the first admin'}
      </Button>
      <p role="alert" className="min-h-10 text-bad">
        {wrongField ? null : refusal?.message}
      </p>
    </form>
  )
}
