import { PasswordField } from './password-field'

const HINT = 'At least 15 characters: a few unrelated words do well.'

type Props = { error: string | null | undefined; typed: string | undefined }

/** Where a password is chosen; `typed` is what stood there when it was refused. */
export function NewPasswordField({ error, typed }: Props) {
  return (
    <PasswordField label="New password" hint={HINT} error={error} autoComplete="new-password" defaultValue={typed} />
  )
}
