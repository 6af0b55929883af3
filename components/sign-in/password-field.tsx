import { type ComponentProps, useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'

export function PasswordField(field: ComponentProps<typeof Field>) {
  const [shown, setShown] = useState(false)
  const toggle = (
    <Button
      look="quiet"
      size="small"
      aria-label={shown ? 'Hide password' : 'Show password'}
      onClick={() => setShown(!shown)}
    >
      {shown ? 'Hide' : 'Show'}
    </Button>
  )
  return <Field {...field} name="password" type={shown ? 'text' : 'password'} trailing={toggle} required />
}
