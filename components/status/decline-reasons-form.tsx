import type { FormEvent } from 'react'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { SubmitRow } from '../ui/submit-row'
import { fieldsOf, isText } from '../unknown-fields'
import { type DraftKind, useFormDraft } from '../use-form-draft'
import { useSending } from '../use-sending'

/** `onDone` is told what is kept by now, or null where it stays as it was. */
type Props = { flowId: string; reasons: readonly string[]; onDone: (kept: string[] | null) => void }

/** The lines that are written, and those that they replace. */
type Draft = { text: string; seen: readonly string[] }

const REASONS: DraftKind<Draft> = { read: readDraft, written: ({ text }) => text }

function readDraft(kept: unknown): Draft | null {
  const { text, seen } = fieldsOf(kept)
  return isText(text) && Array.isArray(seen) && seen.every(isText) ? { text, seen } : null
}

function takeFocus(field: HTMLTextAreaElement | null) {
  field?.focus()
}

/** The flow's own reasons, one a line. */
export function DeclineReasonsForm({ flowId, reasons, onDone }: Props) {
  const { draft, write, drop } = useFormDraft(`reasons ${flowId}`, { text: reasons.join('\n'), seen: reasons }, REASONS)
  const { failure, send } = useSending()
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const lines = draft.text.split('\n').filter((line) => line.trim() !== '')
    const body = JSON.stringify({ reasons: lines, replaces: draft.seen })
    await send(async () => {
      const kept = await fetchJson<{ reasons: string[] }>(swrKeys.declineReasons(flowId), { method: 'PUT', body })
      drop()
      onDone(kept.reasons)
    })
  }
  return (
    <form onSubmit={(event) => void keep(event)} className="w-64 max-w-full">
      <label className="block text-sm font-medium">
        Reasons of this flow, one a line
        <textarea
          value={draft.text}
          rows={6}
          ref={takeFocus}
          onChange={(event) => write({ ...draft, text: event.target.value })}
          className="mt-1 w-full rounded-md border border-edge bg-canvas px-2 py-1 text-sm font-normal text-ink focus-visible:outline-offset-0"
        />
      </label>
      <p role="status" className={failure ? 'text-xs text-bad' : 'sr-only'}>
        {failure}
      </p>
      <SubmitRow
        act="Keep these"
        onCancel={() => {
          drop()
          onDone(null)
        }}
      />
    </form>
  )
}
