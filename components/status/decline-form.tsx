import { useState, type FormEvent } from 'react'
import useSWR from 'swr'
import { USUAL_DECLINE_REASONS } from '@/lib/status/decline-reasons'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { SubmitRow } from '../ui/submit-row'
import { TEXT, useFormDraft } from '../use-form-draft'
import { DeclineReasonsForm } from './decline-reasons-form'

type Props = {
  act: string
  /** By which the words are found again that were begun about the same. */
  draftOf: string
  flowId: string | null
  onDecline: (reason: string) => void
  onCancel: () => void
}

/** The first reason, or what stands where the reasons will: from nobody who is elsewhere in the form by then. */
function takeFirst(list: HTMLElement | null) {
  const isElsewhere = list?.closest('form')?.contains(document.activeElement)
  if (!isElsewhere) list?.querySelector<HTMLElement>('input, [tabindex]')?.focus()
}

/** Why: one of the flow's own reasons, words of one's own, or both. */
export function DeclineForm({ act, draftOf, flowId, onDecline, onCancel }: Props) {
  const key = flowId === null ? null : swrKeys.declineReasons(flowId)
  const { data, error, mutate } = useSWR<{ reasons: string[] }>(key, fetchJson)
  const reasons = flowId === null ? USUAL_DECLINE_REASONS : data?.reasons
  const [isEditing, setEditing] = useState(false)
  const [ticked, setTicked] = useState<string | null>(null)
  // The list may be another one by now.
  const chosen = reasons?.find((reason) => reason === ticked)
  const { draft: words, write, drop } = useFormDraft(`decline ${draftOf}`, '', TEXT)
  const [isMissing, setMissing] = useState(false)
  if (isEditing && flowId !== null && reasons)
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
    <form onSubmit={decline} className="w-64 max-w-full">
      <fieldset>
        <legend className="flex w-full items-center text-sm font-medium">
          Why
          {data && flowId !== null && (
            <Button look="quiet" size="small" className="ml-auto text-xs" onClick={() => setEditing(true)}>
              Edit reasons
            </Button>
          )}
        </legend>
        <div key={reasons ? 'reasons' : 'none yet'} ref={takeFirst}>
          {!reasons && (
            <p
              tabIndex={-1}
              className={`py-1.5 text-xs text-muted outline-none ${error ? '' : 'min-h-32 max-lg:min-h-44'}`}
            >
              {error ? 'The reasons of this flow could not be read. Say it in your words.' : 'Reading its reasons…'}
            </p>
          )}
          {reasons?.map((reason) => (
            <label key={reason} className="flex min-h-8 items-center gap-2 text-sm max-lg:min-h-11">
              <input type="radio" name="reason" checked={chosen === reason} onChange={() => setTicked(reason)} />
              <span dir="auto" className="min-w-0 wrap-anywhere">
                {reason}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="mt-2 block text-2xs font-medium text-muted">
        In your words
        <textarea
          value={words}
          rows={2}
          maxLength={800}
          aria-invalid={isMissing ? true : undefined}
          onChange={(event) => write(event.target.value)}
          className="mt-1 w-full rounded-md border border-edge bg-canvas px-2 py-1 text-sm text-ink focus-visible:outline-offset-0 aria-invalid:border-bad"
        />
      </label>
      <p role="status" className={isMissing ? 'text-xs text-bad' : 'sr-only'}>
        {isMissing && 'Choose a reason, or say it in your words.'}
      </p>
      <SubmitRow
        act={act}
        onCancel={() => {
          drop()
          onCancel()
        }}
      />
    </form>
  )
}
