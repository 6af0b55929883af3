import { useState, useTransition } from 'react'
import { RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useVotes } from './votes-context'

/** Asks first, since it is recorded and stands beside the vote. */
export function RevealDialog({ onClose }: { onClose: () => void }) {
  const { reveal, others, isClosed, hidesAssessment } = useVotes()
  const hidden = [...(hidesAssessment ? ['the scores'] : []), ...(others === null ? ['what colleagues think'] : [])]
  const question = `Show ${hidden.join(' and ')}`
  const [problem, setProblem] = useState('')
  const [isAsking, startAsking] = useTransition()
  const show = () =>
    startAsking(async () => {
      try {
        await reveal()
        onClose()
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        setProblem(error.message)
      }
    })
  return (
    <Modal
      title={isClosed ? `${question}?` : `${question} before you vote?`}
      titleClass="font-semibold"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-1 mb-4 text-muted">
        {isClosed && 'Votes are closed. Should they be opened again, your '}
        {!isClosed && 'Your '}
        vote will say that you saw {hidesAssessment ? 'the scores' : 'others’ votes'} first. Colleagues see that, and it
        cannot be taken back.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={isAsking} onClick={show}>
          Show now
        </Button>
        <Button look="quiet" disabled={isAsking} onClick={onClose}>
          {isClosed ? 'Keep hidden' : 'Vote first'}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-bad">
          {problem}
        </p>
      )}
    </Modal>
  )
}
