'use client'

import { Button } from '../ui/button'
import { useAttemptLink } from './use-attempt-link'

/** Of an interview that somebody linked: what shares its email stays with it. */
export function UnlinkButton({ interviewId }: { interviewId: string }) {
  const { isSending, failure, unlink } = useAttemptLink(interviewId)
  return (
    <>
      <Button look="quiet" size="small" className="text-xs" disabled={isSending} onClick={() => void unlink()}>
        Not the same person
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </>
  )
}
