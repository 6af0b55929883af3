'use client'

import { useState } from 'react'
import { fetchJson } from '../fetch-json'
import { passwordFieldOf } from '../sign-in/new-password'
import { NewPasswordField } from '../sign-in/new-password-field'
import { useSubmission } from '../sign-in/use-submission'
import { Button } from '../ui/button'
import { CurrentPasswordField } from './current-password-field'

/** Folded until it is asked for: nobody changes it every day. */
export function PasswordForm({ email }: { email: string }) {
  const [state, setState] = useState<'folded' | 'open' | 'changed'>('folded')
  if (state === 'open') return <OpenForm email={email} onChanged={() => setState('changed')} />
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => setState('open')}>Change the password</Button>
      <p role="status" className="text-sm text-muted">
        {state === 'changed' && 'Changed. You are signed out everywhere else.'}
      </p>
    </div>
  )
}

function OpenForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const { form, submit, typed, refusal, wrongField, busy } = useSubmission(
    async ({ current = '', password = '' }) => {
      await fetchJson('/api/account/password', { method: 'PUT', body: JSON.stringify({ current, password }) })
      onChanged()
    },
    (code) => (code === 'password_wrong' ? 'current' : passwordFieldOf(code)),
  )
  const errorOf = (field: string) => (wrongField === field ? refusal?.message : null)
  return (
    <form ref={form} action={submit} className="max-w-md space-y-4">
      <CurrentPasswordField error={errorOf('current')} typed={typed.current} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NewPasswordField error={errorOf('password')} typed={typed.password} />
      <Button type="submit" look="primary" disabled={busy}>
        {busy ? 'Changing…' : 'Change it'}
      </Button>
      <p role="alert" className="text-bad">
        {wrongField ? null : refusal?.message}
      </p>
    </form>
  )
}
