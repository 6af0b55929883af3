'use client'

import { Button } from '@/components/ui/button'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function PageFailed({ error, reset }: Props) {
  return (
    <div role="alert" className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-2 mb-5 max-w-md text-muted">
        Nothing was lost. Try again; if it stays, give your admin this id: {error.digest ?? 'none'}.
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  )
}
