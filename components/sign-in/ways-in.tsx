'use client'

import { useState } from 'react'
import type { WayIn } from '@/lib/members/member'
import { Button } from '../ui/button'
import { OrLine } from './or-line'
import { PasskeySignIn } from './passkey-sign-in'
import { SignInForm } from './sign-in-form'
import { SingleSignOn } from './single-sign-on'

type Props = {
  /** The path to go on to. */
  next: string
  /** The origin under which Debrief takes sign-ins. */
  address: string
  hasSingleSignOn: boolean
  /** Else they are for who is there to break the glass, and stand behind a button. */
  hasPasswords: boolean
  hasPasskeys: boolean
  /** Why whoever comes here was not let in, by single sign-on or by a password that they have just set. */
  failure: string | null
}

/** Whichever of them there are, the company's first; of what came of them the last stands there. */
export function WaysIn({ next, address, hasSingleSignOn, hasPasswords, hasPasskeys, failure }: Props) {
  const [isAsked, setIsAsked] = useState(hasPasswords)
  const [last, setLast] = useState<WayIn | null>(null)
  const tried = (way: WayIn) => ({ onTry: () => setLast(way), isPast: last !== null && last !== way })
  const passkey = hasPasskeys && <PasskeySignIn {...{ next, address }} {...tried('passkey')} />
  if (!hasSingleSignOn)
    return (
      <>
        <SignInForm {...{ next, address, failure }} {...tried('password')} isMain />
        {passkey}
      </>
    )
  return (
    <>
      <SingleSignOn {...{ next, address, failure }} {...tried('oidc')} />
      {passkey}
      {isAsked ? (
        <>
          <OrLine words="or with a password" />
          <SignInForm {...{ next, address }} {...tried('password')} failure={null} isMain={false} />
        </>
      ) : (
        <Button look="quiet" size="small" className="-ml-2" onClick={() => setIsAsked(true)}>
          Sign in with a password
        </Button>
      )}
    </>
  )
}
