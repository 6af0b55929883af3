import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { INVALID_CAUSES, type InvalidCause } from '@/lib/interviews/interview'
import { SubmitRow } from '../ui/submit-row'
import { fieldsOf, isText } from '../unknown-fields'
import { type DraftKind, useFormDraft } from '../use-form-draft'
import { INVALID_WORDS } from './invalid-words'
import { WhyField } from './why-field'
import { useValidity } from './use-validity'

type Props = { interviewId: string; onDone: () => void }

type Draft = { cause: InvalidCause; reason: string }

const UNTOUCHED: Draft = { cause: 'technical_failure', reason: '' }

const INVALID: DraftKind<Draft> = { read: readDraft, written: ({ reason }) => reason }

function readDraft(kept: unknown): Draft | null {
  const { cause: why, reason } = fieldsOf(kept)
  const cause = INVALID_CAUSES.find((one) => one === why)
  return cause && isText(reason) ? { cause, reason } : null
}

/** Why an interview says nothing about its candidate; nobody votes on it from then on. */
export function InvalidateForm({ interviewId, onDone }: Props) {
  const router = useRouter()
  const { problem, change } = useValidity(interviewId)
  const { draft, write, drop } = useFormDraft(`invalid ${interviewId}`, UNTOUCHED, INVALID)
  const { cause, reason } = draft
  const leave = () => {
    drop()
    onDone()
  }
  const mark = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change({ method: 'PUT', below: ['invalid'], body: { cause, reason } }))) return
    leave()
    // What the server has drawn says it too.
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void mark(event)} className="w-64 max-w-full">
      <fieldset>
        <legend className="text-sm font-medium">This interview says nothing about its candidate</legend>
        {INVALID_CAUSES.map((one) => (
          <label key={one} className="flex min-h-8 items-center gap-2 text-sm max-lg:min-h-11">
            <input type="radio" name="cause" checked={cause === one} onChange={() => write({ ...draft, cause: one })} />
            {INVALID_WORDS[one]}
          </label>
        ))}
      </fieldset>
      <WhyField
        label="In your words (optional)"
        value={reason}
        onChange={(words) => write({ ...draft, reason: words })}
      />
      <p className="mt-1 text-xs text-muted">
        It leaves queues and averages, and votes are closed, until somebody takes this back.
      </p>
      <p role="status" className={problem ? 'text-xs text-bad' : 'sr-only'}>
        {problem}
      </p>
      <SubmitRow act="Mark invalid" onCancel={leave} />
    </form>
  )
}
