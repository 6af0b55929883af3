'use client'

import { useState } from 'react'
import { RequestFailed } from '../fetch-json'
import { makePasskey } from '../sign-in/requests'
import { useSubmission } from '../sign-in/use-submission'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { CurrentPasswordField } from './current-password-field'

type Props = {
  /** What the passkey is called unless its member says otherwise. */
  suggested: string
  onAdded: () => void
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
}

/** Names a passkey, then has the device make it; the password is asked for only of whom the server wants it. */
export function PasskeyForm({ suggested, onAdded, onCancel }: Props) {
  const [isPasswordAsked, setPasswordAsked] = useState(false)
  const { form, submit, typed, refusal, wrongField, busy } = useSubmission(
    async ({ name = '', current }) => {
      await makePasskey({ name, current }).catch((error: unknown) => {
        if (error instanceof RequestFailed && error.code === 'password_needed') setPasswordAsked(true)
        throw error
      })
      onAdded()
    },
    (code) => FIELD_OF[code] ?? '',
  )
  const errorOf = (field: string) => (wrongField === field ? refusal?.message : null)
  return (
    <form ref={form} action={submit} className="max-w-md space-y-4">
      <Field
        label="Name of the passkey"
        name="name"
        hint="What you will know it by: the device, or where it is kept."
        error={errorOf('name')}
        defaultValue={typed.name ?? suggested}
        maxLength={80}
        autoComplete="off"
        required
      />
      {isPasswordAsked && <CurrentPasswordField error={errorOf('current')} typed={typed.current} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? 'Waiting for your device…' : 'Make the passkey'}
        </Button>
        {onCancel && (
          <Button look="quiet" disabled={busy} onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <p role="alert" className="text-bad">
        {wrongField ? null : refusal?.message}
      </p>
    </form>
  )
}

const FIELD_OF: Record<string, string> = {
  name_invalid: 'name',
  password_needed: 'current',
  password_wrong: 'current',
}
