'use client'

import { useActionState } from 'react'
import { Button } from '../ui/button'
import { stillSignedIn } from './requests'
import { useSignOut } from './sign-out-context'

/** Says so when the session could not be ended; `onGo` is called once it is, or it is asked what becomes of what is unsent. */
export function SignOutButton({ className, onGo }: { className?: string; onGo?: () => void }) {
  const { leave } = useSignOut()
  const [failure, submit, busy] = useActionState(
    () =>
      leave().then(
        () => {
          onGo?.()
          return null
        },
        (error: unknown) => stillSignedIn(error),
      ),
    null,
  )

  return (
    <form action={submit}>
      <Button type="submit" look="quiet" size="small" className={className} disabled={busy}>
        Sign out
      </Button>
      {failure && (
        <p role="alert" className="text-xs text-bad">
          {failure}
        </p>
      )}
    </form>
  )
}
