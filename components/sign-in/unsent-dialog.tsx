import { useState, useTransition } from 'react'
import { howMany } from '../how-many'
import { kept } from '../kept'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { stillSignedIn } from './requests'

export type UnsentOnes = {
  notes: number
  corrections: number
  votes: number
  statuses: number
  ratings: number
  /** Begun in a form. */
  forms: number
}

type Props = { unsent: UnsentOnes; onLeave: (keepWriting: boolean) => Promise<void>; onStay: () => void }

/** Asks what becomes of what the server does not have, of somebody who is signing out. */
export function UnsentDialog({ unsent, onLeave, onStay }: Props) {
  const [canKeep] = useState(() => kept.works())
  const [failure, setFailure] = useState('')
  const [isLeaving, startLeaving] = useTransition()
  const leave = (keepWriting: boolean) =>
    startLeaving(() => onLeave(keepWriting).catch((error: unknown) => setFailure(stillSignedIn(error))))
  return (
    <Modal
      title={sentenceOf(unsent)}
      titleClass="font-semibold"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onStay}
    >
      <p className="mt-1 mb-4 text-muted">
        {canKeep
          ? 'This browser can keep what is not sent until you sign in here again.'
          : 'This browser keeps nothing: what is not sent is lost when you sign out.'}
      </p>
      <div className="flex flex-col gap-2">
        {canKeep && (
          <Button look="primary" disabled={isLeaving} onClick={() => leave(true)}>
            Keep and sign out
          </Button>
        )}
        <Button disabled={isLeaving} onClick={() => leave(false)}>
          Discard and sign out
        </Button>
        <Button look="quiet" disabled={isLeaving} onClick={onStay}>
          Stay signed in
        </Button>
      </div>
      {failure && (
        <p role="alert" className="mt-3 text-bad">
          {failure}
        </p>
      )}
    </Modal>
  )
}

function sentenceOf(unsent: UnsentOnes): string {
  const { notes, corrections, votes, statuses, ratings, forms } = unsent
  const parts = [
    orNone(votes, 'vote'),
    orNone(ratings, 'rating'),
    orNone(notes, 'note'),
    orNone(corrections, 'correction'),
    orNone(statuses, 'change of status', 'changes of status'),
    orNone(forms, 'half-written form'),
  ]
  const named = new Intl.ListFormat('en').format(parts.filter((part) => part !== null))
  const all = Object.values(unsent).reduce((sum, count) => sum + count, 0)
  return `${named} ${all === 1 ? 'is' : 'are'} not sent yet`
}

function orNone(...[count, one, several]: Parameters<typeof howMany>): string | null {
  return count === 0 ? null : howMany(count, one, several)
}
