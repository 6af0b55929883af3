'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'

/** Milliseconds after which a page that waits for the database is asked for again. */
const AGAIN_MS = 5_000

type Props = { error: Error & { digest?: string }; reset: () => void; retry?: () => void }

export default function PageFailed({ error, reset, retry = reset }: Props) {
  // The digest that lib/auth/viewer.ts gives it.
  const isOutage = error.digest === 'database_unavailable'
  useEffect(() => {
    if (!isOutage) return undefined
    const timer = setInterval(retry, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOutage, retry])

  return (
    <div role="alert" className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold tracking-tight">
        {isOutage ? 'Debrief is waiting for its database' : 'This page could not be shown'}
      </h1>
      <p className="mt-2 mb-5 max-w-md text-muted">
        {isOutage
          ? 'What was saved is safe, and notes that are not sent yet are kept in this browser. This page comes back by itself.'
          : `Nothing was lost. Try again; if it stays, give your admin this id: ${error.digest ?? 'none'}.`}
      </p>
      <Button onClick={retry}>{isOutage ? 'Try now' : 'Try again'}</Button>
    </div>
  )
}
