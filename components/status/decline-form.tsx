import { useState, type FormEvent } from 'react'
import useSWR from 'swr'
import { USUAL_DECLINE_REASONS } from '@/lib/status/decline-reasons'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { textOrNull } from '../unknown-fields'
import { useFormDraft } from '../use-form-draft'
import { DeclineReasonsForm } from './decline-reasons-form'

type Props = {
  act: string
  /** By which the words are found again that were begun about the same. */
  draftOf: string
  flowId: string | null
  onDecline: (reason: string) => void
}

function takeFirst(form: HTMLFormElement | null) {
  form?.querySelector('input')?.focus()
}

/** Why: one of the flow's own reasons, words of one's own, or both. */
export function DeclineForm({ act, draftOf, flowId, onDecline }: Props) {
  const key = flowId === null ? null : swrKeys.declineReasons(flowId)
  const { data, mutate } = useSWR<{ reasons: string[] }>(key, fetchJson)
  const reasons = data?.reasons ?? USUAL_DECLINE_REASONS
  const [isEditing, setEditing] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const { draft: words, write, drop } = useFormDraft(`decline ${draftOf}`, '', textOrNull)
  const [isMissing, setMissing] = useState(false)
  if (isEditing && flowId !== null)
    return (
      <DeclineReasonsForm
        flowId={flowId}
        reasons={reasons}
        onDone={(kept) => {
          setEditing(false)
          // Whoever was refused looks at what a colleague has written.
          void (kept ? mutate({ reasons: kept }, { revalidate: false }) : mutate())
        }}
      />
    )
  const decline = (event: FormEvent) => {
    event.preventDefault()
    const reason = [chosen, words.trim()].filter(Boolean).join(': ')
    if (reason === '') return setMissing(true)
    drop()
    onDecline(reason)
  }
  return (
    <form ref={takeFirst} onSubmit={decline} className="w-64 max-w-full">
      <fieldset>
        <legend className="flex w-full items-center text-sm font-medium">
          Why
          {data && flowId !== null && (
            <Button look="quiet" size="small" className="ml-auto text-xs" onClick={() => setEditing(true)}>
              Edit reasons
            </Button>
          )}
        </legend>
        {reasons.map((reason) => (
          <label key={reason} className="flex min-h-8 items-center gap-2 text-sm max-lg:min-h-11">
            <input type="radio" name="reason" checked={chosen === reason} onChange={() => setChosen(reason)} />
            <span dir="auto" className="min-w-0 wrap-anywhere">
              {reason}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="mt-2 block text-2xs font-medium text-muted">
        In your words
        <textarea
          value={words}
          rows={2}
          maxLength={800}
          aria-invalid={isMissing ? true : undefined}
          onChange={(event) => write(event.target.value)}
          className="mt-1 w-full rounded-md border border-edge bg-canvas px-2 py-1 text-sm text-ink focus-visible:outline-offset-0 aria-invalid:border-bad max-lg:text-base"
        />
      </label>
      <p role="status" className={isMissing ? 'text-xs text-bad' : 'sr-only'}>
        {isMissing && 'Choose a reason, or say it in your words.'}
      </p>
      <Button type="submit" look="primary" size="small" className="mt-2 w-full">
        <span className="truncate">{act}</span>
      </Button>
    </form>
  )
}
