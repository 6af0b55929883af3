'use client'

import { useActionState, useEffect, useState } from 'react'
import { RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { startSingleSignOn } from './requests'
import { WrongAddress } from './wrong-address'

type Props = { next: string; address: string; failure: string | null }

/** Leads to the company's identity provider; `failure` is what came of it the last time. */
export function SingleSignOn({ next, address, failure }: Props) {
  const [isLeaving, setIsLeaving] = useState(false)
  const [refusal, submit, isPending] = useActionState(async () => {
    const refused = await leave(next)
    setIsLeaving(refused === null)
    return refused
  }, null)
  useEffect(() => {
    // Whoever comes back by the browser's own button finds the page as they left it.
    const stay = () => setIsLeaving(false)
    window.addEventListener('pageshow', stay)
    return () => window.removeEventListener('pageshow', stay)
  }, [])

  const isBusy = isPending || isLeaving
  const sentence =
    refusal?.code === 'foreign_origin' ? <WrongAddress address={address} /> : (refusal?.message ?? failure)
  return (
    <form action={submit}>
      {sentence && !isBusy && (
        <p role="alert" className="mb-4 text-bad">
          {sentence}
        </p>
      )}
      <Button type="submit" look="primary" className="mb-3 h-10 w-full" disabled={isBusy}>
        {isBusy ? 'Opening your identity provider…' : 'Continue with single sign-on'}
      </Button>
    </form>
  )
}

/** Null once the browser is on its way. */
async function leave(next: string): Promise<RequestFailed | null> {
  try {
    window.location.assign(await startSingleSignOn(next))
    return null
  } catch (error) {
    if (error instanceof RequestFailed) return error
    throw error
  }
}
