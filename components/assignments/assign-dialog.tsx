import { useState, useTransition, type ReactNode } from 'react'
import { mutate } from 'swr'
import type { Assignable, Assigned } from '@/lib/assignments/assignment'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { AssignOutcome } from './assign-outcome'
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
  /** It can be taken back until it is, also after an attempt that failed. */
  const [assigned, setAssigned] = useState<Assigned | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, start] = useTransition()

  const settle = (work: () => Promise<Assigned | null>) =>
    start(async () => {
      try {
        setAssigned(await work())
        setRefusal(null)
      } catch (reason) {
        if (!(reason instanceof RequestFailed)) throw reason
        setRefusal(reason.message)
      }
      await Promise.all([refresh(), mutate(swrKeys.queue)])
    })
  const undo = ({ assignmentIds, redated }: Assigned) =>
    settle(async () => {
      const body = JSON.stringify({ assignmentIds, redated })
      await fetchJson('/api/assignments/withdrawn', { method: 'POST', body })
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
        {(refusal ?? failure) && <span className="mb-1 block text-bad">{refusal ?? failure}</span>}
        {assigned && <AssignOutcome assigned={assigned} unfilledBecause={unfilledBecause} onUndo={undo} />}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {assigned ? 'Done' : 'Cancel'}
        </Button>
        <Button
          look="primary"
          disabled={chosen.length === 0 || isBusy}
          onClick={() => settle(() => assign({ memberIds: chosen, dueOn: dueOn || null }))}
        >
          Assign
        </Button>
      </div>
    </Modal>
  )
}
