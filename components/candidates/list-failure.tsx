import { Button } from '../ui/button'

/** What was read before stays on the screen below it. */
export function ListFailure({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <p role="alert" className="mx-4 my-2 flex items-center gap-3 rounded-md bg-bad-soft px-3 py-2 text-sm lg:mx-6">
      {reason}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </p>
  )
}
