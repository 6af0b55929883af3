'use client'

import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { landing } from './landing'
import { PasswordField } from './password-field'
import { sendSignIn } from './requests'
import { useSubmission } from './use-submission'
import { WrongAddress } from './wrong-address'

type Props = {
  next: string
  address: string
  failure: string | null
  isMain: boolean
  onTry: () => void
  /** Another way in was tried since: what came of this one counts no more. */
  isPast: boolean
}

/**
 * `next` is the path to go on to, `address` the origin under which Debrief takes sign-ins, `failure` what came of it the last time; where
 * it is not the main way in it waits to be asked.
 */
export function SignInForm({ next, address, failure, isMain, onTry, isPast }: Props) {
  const { form, submit, typed, refusal, busy } = useSubmission(
    async ({ email = '', password = '' }) => {
      await sendSignIn({ email, password })
      window.location.replace(landing(next))
    },
    () => 'password',
  )

  return (
    <form ref={form} action={submit} onSubmit={onTry} className="space-y-4">
      <Field label="Email" name="email" type="email" autoComplete="username" defaultValue={typed.email} required />
      <PasswordField label="Password" autoComplete="current-password" defaultValue={typed.password} />
      <Button type="submit" look={isMain ? 'primary' : 'secondary'} className="w-full" disabled={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
      <p role="alert" className="min-h-10 pb-3 text-bad">
        {isPast || busy ? null : refusal?.code === 'foreign_origin' ? (
          <WrongAddress address={address} />
        ) : (
          (refusal?.message ?? failure)
        )}
      </p>
    </form>
  )
}
