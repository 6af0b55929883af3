'use client'

import { useActionState } from 'react'
import { RequestFailed } from '../fetch-json'
import { useOutbox } from '../notes/outbox-context'
import { Button } from '../ui/button'
import { signOut } from './requests'

/** Ends the session on the server, then leaves; says so when it could not be ended. */
export function SignOutButton({ className }: { className?: string }) {
  const { outbox } = useOutbox()
  const [failure, leave, busy] = useActionState(async () => {
    try {
      // What this member has deleted cannot be deleted by nobody.
      await outbox?.release()
      await signOut()
      window.location.assign('/sign-in')
      return null
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      return `You are still signed in. ${error.message}`
    }
  }, null)

  return (
    <form action={leave}>
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
