'use client'

import { sendSignOut } from '../sign-in/requests'
import { Button } from '../ui/button'
import { useSending } from '../use-sending'
import { PasskeyForm } from './passkey-form'

type Props = { memberId: string; email: string; suggested: string }

/** All that somebody is shown of whom a passkey is required and who has none. */
export function RequiredPasskey({ memberId, email, suggested }: Props) {
  const { isSending, failure, send } = useSending()
  const leave = () =>
    send(async () => {
      await sendSignOut()
      window.location.assign('/sign-in')
    })
  return (
    <div data-member-id={memberId} data-member-email={email}>
      <PasskeyForm suggested={suggested} onAdded={() => window.location.replace('/review')} onCancel={null} />
      <p className="mt-4 text-xs text-muted">
        You are signed in as <span className="wrap-anywhere">{email}</span>.
      </p>
      <Button look="quiet" size="small" className="-ml-2" disabled={isSending} onClick={() => void leave()}>
        Sign out
      </Button>
      {failure && (
        <p role="alert" className="text-bad">
          {failure}
        </p>
      )}
    </div>
  )
}
