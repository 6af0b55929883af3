import { useActionState, useEffect, useState, type ReactNode } from 'react'
import { RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { WrongAddress } from './wrong-address'

type Props = {
  /** Leaves this page. Throws RequestFailed. */
  go: () => Promise<void>
  address: string
  /** What came of it the last time. */
  failure?: string | null
  onTry?: (() => void) | undefined
  /** Another way in was tried since: what came of this one counts no more. */
  isPast?: boolean | undefined
  look: 'primary' | 'secondary'
  /** In the place of its words while it is under way. */
  meanwhile: string
  children: ReactNode
}

/** One way in that a single press begins, above it why it has just failed. */
export function WayInButton({ go, address, failure = null, onTry, isPast = false, look, meanwhile, children }: Props) {
  const [isLeaving, setIsLeaving] = useState(false)
  const [refusal, submit, isPending] = useActionState(async () => {
    const refused = await refusalOf(go)
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
    <form action={submit} onSubmit={onTry}>
      {sentence && !isBusy && !isPast && (
        <p role="alert" className="mb-4 text-bad">
          {sentence}
        </p>
      )}
      <Button type="submit" look={look} className="mb-3 w-full" disabled={isBusy}>
        {isBusy ? meanwhile : children}
      </Button>
    </form>
  )
}

/** Null once the browser is on its way. */
async function refusalOf(go: () => Promise<void>): Promise<RequestFailed | null> {
  try {
    await go()
    return null
  } catch (error) {
    if (error instanceof RequestFailed) return error
    throw error
  }
}
