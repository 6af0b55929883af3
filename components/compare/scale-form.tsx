'use client'

import { useState, useTransition } from 'react'
import type { Anchors } from '@/lib/compare/anchors'
import { fetchJson } from '../fetch-json'
import { anchorsUrl } from '../swr-keys'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { fieldsOf, isNumber, isText } from '../unknown-fields'
import { type DraftKind, useFormDraft } from '../use-form-draft'

type Props = {
  flowId: string
  questionKey: string
  anchors: Anchors | null
  onWritten: (anchors: Anchors) => void
  /** `isRefused`: since somebody else has written one meanwhile, say. */
  onCancel: (isRefused: boolean) => void
}

const STEPS = [
  { name: 'one', label: 'A 1 sounds like', example: 'Blames others, no example' },
  { name: 'three', label: 'A 3 sounds like', example: 'Tells what happened' },
  { name: 'five', label: 'A 5 sounds like', example: 'Names own mistake and what changed' },
] as const

/** What is written, and the version that its writer saw. */
type Draft = Record<(typeof STEPS)[number]['name'], string> & { replaces: number | null }

function textsOf(anchors: Anchors | null) {
  return { one: anchors?.one ?? '', three: anchors?.three ?? '', five: anchors?.five ?? '' }
}

const SCALE: DraftKind<Draft> = { read: readDraft, written: ({ one, three, five }) => [one, three, five] }

function readDraft(kept: unknown): Draft | null {
  const { one, three, five, replaces } = fieldsOf(kept)
  if (!isText(one) || !isText(three) || !isText(five)) return null
  return { one, three, five, replaces: isNumber(replaces) ? replaces : null }
}

/** Writes the scale of a question; ratings that were given stay on the one that they were given on. */
export function ScaleForm({ flowId, questionKey, anchors, onWritten, onCancel }: Props) {
  const first = { ...textsOf(anchors), replaces: anchors?.version ?? null }
  const { draft, write, drop } = useFormDraft(`scale ${flowId} ${questionKey}`, first, SCALE)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, startSaving] = useTransition()
  const save = () =>
    startSaving(async () => {
      try {
        const url = anchorsUrl(flowId, questionKey)
        const written = await fetchJson<Anchors>(url, { method: 'PUT', body: JSON.stringify(draft) })
        drop()
        onWritten(written)
      } catch (error) {
        setFailure(error instanceof Error ? error.message : 'The scale could not be saved.')
      }
    })
  return (
    <form
      className="grid max-w-[46rem] gap-3 py-2 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {STEPS.map(({ name, label, example }, index) => (
        <Field
          key={name}
          label={label}
          placeholder={example}
          maxLength={500}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- Who asked for the form goes on in it.
          autoFocus={index === 0}
          value={draft[name]}
          onChange={({ target }) => write({ ...draft, [name]: target.value })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2 lg:col-span-3">
        <Button type="submit" look="primary" size="small" disabled={isSaving}>
          Save the scale
        </Button>
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            drop()
            onCancel(failure !== null)
          }}
        >
          Cancel
        </Button>
        {failure ? (
          <p role="alert" className="text-bad">
            {failure}
          </p>
        ) : (
          <p className="text-xs text-muted">
            Everybody who compares this flow sees it. Ratings keep the scale they were given on.
          </p>
        )}
      </div>
    </form>
  )
}
