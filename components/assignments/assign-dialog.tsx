import { useState, useTransition, type ReactNode } from 'react'
import { mutate } from 'swr'
import type { Assignable, Assigned } from '@/lib/assignments/assignment'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { AssignOutcome, type Settled } from './assign-outcome'
import { MemberChoice } from './member-choice'

type Props = {
  title: string
  /** What is handed out, in a sentence. */
  intro: string
  assignable: Assignable | undefined
  failure: string | undefined
  /** How it is handed out, beside the day. */
  children?: ReactNode
  assign: (chosen: { memberIds: string[]; dueOn: string | null }) => Promise<Assigned>
  /** Why some could not be assigned, after their number. */
  unfilledBecause: string
  /** Reads anew what is told of these. */
  refresh: () => Promise<unknown>
  onClose: () => void
}

/** Who judges some interviews, and by which day; what came of it can be taken back. */
export function AssignDialog({ title, intro, assignable, failure, children, unfilledBecause, ...act }: Props) {
  const { assign, refresh, onClose } = act
  const [chosen, setChosen] = useState<string[]>([])
  const [dueOn, setDueOn] = useState('')
  const [settled, setSettled] = useState<Settled | null>(null)
  const [isBusy, start] = useTransition()

  const settle = (work: () => Promise<Settled | null>) =>
    start(async () => {
      try {
        setSettled(await work())
      } catch (reason) {
        if (!(reason instanceof RequestFailed)) throw reason
        setSettled({ is: 'failed', sentence: reason.message })
      }
      await Promise.all([refresh(), mutate(swrKeys.queue)])
    })
  const undo = (assignmentIds: string[]) =>
    settle(async () => {
      await fetchJson('/api/assignments/withdrawn', { method: 'POST', body: JSON.stringify({ assignmentIds }) })
      return null
    })

  return (
    <Modal
      title={title}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(28rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-1 mb-4 text-muted numeric">{intro}</p>
      <MemberChoice assignable={assignable} chosen={chosen} onChoose={setChosen} />
      <div className="mb-4 grid gap-3 sm:grid-cols-2">
        {children}
        <Field label="Due (optional)" type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </div>
      <p role="status" className="mb-3 min-h-5 text-xs">
        {failure ? (
          <span className="text-bad">{failure}</span>
        ) : (
          settled && <AssignOutcome settled={settled} unfilledBecause={unfilledBecause} onUndo={undo} />
        )}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {settled?.is === 'assigned' ? 'Done' : 'Cancel'}
        </Button>
        <Button
          look="primary"
          disabled={chosen.length === 0 || isBusy}
          onClick={() =>
            settle(async () => ({ is: 'assigned', ...(await assign({ memberIds: chosen, dueOn: dueOn || null })) }))
          }
        >
          Assign
        </Button>
      </div>
    </Modal>
  )
}
