import { useState } from 'react'
import { clockTime } from '../exact-time'
import { Button } from '../ui/button'
import { useConnectivity } from '../use-connectivity'

/** That what is shown is the last that was known. */
export function StaleQueue({ onAgain }: { onAgain: () => void }) {
  const { is } = useConnectivity()
  const [since] = useState(() => clockTime(new Date().toISOString()))
  return (
    <p role="status" className="mb-4 flex items-center gap-3 rounded-md bg-warn-soft px-3 py-1.5 text-xs">
      <span className="min-w-0 flex-1">
        {is === 'offline'
          ? `Offline since ${since}. This is what waited then.`
          : `Could not refresh, ${since}. This is what waited before.`}
      </span>
      <Button look="quiet" size="small" className="text-xs" onClick={onAgain}>
        Try again
      </Button>
    </p>
  )
}
