import { Field } from '../ui/field'

type Props = { error: string | null | undefined; typed: string | undefined }

/** Where somebody who is signed in shows that it is still them; `typed` is what stood there when it was refused. */
export function CurrentPasswordField({ error, typed }: Props) {
  return (
    <Field
      label="Current password"
      name="current"
      type="password"
      autoComplete="current-password"
      error={error}
      defaultValue={typed}
      required
    />
  )
}
