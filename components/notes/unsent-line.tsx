import { Button } from '../ui/button'
import { useNotes } from './notes-context'
import type { Unsent } from './outbox'

/** Says that a note is only here so far, and why. */
export function UnsentLine({ unsent: { id, draft, problem, signedOut } }: { unsent: Unsent }) {
  const { retry, discard } = useNotes()
  if (problem === null) {
    return (
      <p role="status" className="appear-late text-xs text-warn">
        {signedOut
          ? 'Not sent yet: you are signed out. It is kept here and sent when you sign in again.'
          : 'Not sent yet. It is kept here and sent as soon as Debrief answers.'}
      </p>
    )
  }
  return (
    <p role="alert" className="text-xs text-bad">
      {draft ? 'Not sent' : 'Not deleted'}: {problem}{' '}
      <Button look="quiet" size="small" className="text-xs" onClick={() => retry(id)}>
        Try again
      </Button>
      <Button look="quiet" size="small" className="text-xs" onClick={() => discard(id)}>
        {draft ? 'Discard' : 'Keep it'}
      </Button>
    </p>
  )
}
