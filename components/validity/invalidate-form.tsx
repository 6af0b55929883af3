import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { INVALID_CAUSES, type InvalidCause } from '@/lib/interviews/interview'
import { Button } from '../ui/button'
import { textOrNull } from '../unknown-fields'
import { useFormDraft } from '../use-form-draft'
import { INVALID_WORDS } from './invalid-words'
import { WhyField } from './why-field'
import { useValidity } from './use-validity'

type Props = { interviewId: string; onDone: () => void }

/** Why an interview says nothing about its candidate; nobody votes on it from then on. */
export function InvalidateForm({ interviewId, onDone }: Props) {
  const router = useRouter()
  const { problem, change } = useValidity(interviewId)
  const [cause, setCause] = useState<InvalidCause>('technical_failure')
  const { draft: reason, write, drop } = useFormDraft(`invalid ${interviewId}`, '', textOrNull)
  const mark = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change({ method: 'PUT', below: ['invalid'], body: { cause, reason } }))) return
    drop()
    onDone()
    // What the server has drawn says it too.
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void mark(event)} className="w-64 max-w-full">
      <fieldset>
        <legend className="text-sm font-medium">This interview says nothing about its candidate</legend>
        {INVALID_CAUSES.map((one) => (
          <label key={one} className="flex min-h-8 items-center gap-2 text-sm max-lg:min-h-11">
            <input type="radio" name="cause" checked={cause === one} onChange={() => setCause(one)} />
            {INVALID_WORDS[one]}
          </label>
        ))}
      </fieldset>
      <WhyField label="In your words (optional)" value={reason} onChange={write} />
      <p className="mt-1 text-xs text-muted">
        It leaves queues and averages, and votes are closed, until somebody takes this back.
      </p>
      <p role="status" className={problem ? 'text-xs text-bad' : 'sr-only'}>
        {problem}
      </p>
      <Button type="submit" look="primary" size="small" className="mt-2 w-full">
        Mark invalid
      </Button>
    </form>
  )
}
