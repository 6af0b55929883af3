'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, useTransition, type FormEvent } from 'react'
import { interviewUrl } from '@/lib/interviews/interview-url'
import type { CorrectionDraft } from '@/lib/corrections/correction'
import { LONGEST_CORRECTION } from '@/lib/corrections/longest'
import { fetchJson, RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { setUnsent } from '../unsent'
import { KeptCorrection } from './kept-correction'
import type { PassagePart } from './passage'
import { useTranscript } from './transcript-context'

type Props = { part: PassagePart; onDone: () => void }

/** What was really said, in place of what is selected. */
export function CorrectionForm({ part, onDone }: Props) {
  const { interviewId } = useTranscript()
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const [isSaving, startSaving] = useTransition()
  const field = useRef<HTMLInputElement>(null)
  const [draft] = useState(() => new KeptCorrection(interviewId, part))
  // Stored, given up, or left for another page.
  useEffect(() => () => draft.drop(), [draft])
  const unsentKey = useId()
  useEffect(() => {
    setUnsent(unsentKey, problem !== '')
    return () => setUnsent(unsentKey, false)
  }, [unsentKey, problem])
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const save = (event: FormEvent) => {
    event.preventDefault()
    const { segment, from, to, original } = part
    const replacement = field.current?.value.trim() ?? ''
    if (replacement === '' || replacement === part.text) return onDone()
    startSaving(async () => {
      const failure = await send(interviewId, { segment, from, to, original, replacement })
      if (failure) return setProblem(failure)
      router.refresh()
      onDone()
    })
  }
  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-1 px-1">
      <input
        ref={field}
        dir="auto"
        aria-label="What was said"
        defaultValue={draft.find() ?? part.text}
        onChange={({ target }) => (target.value === part.text ? draft.drop() : draft.keep(target.value))}
        maxLength={LONGEST_CORRECTION}
        autoComplete="off"
        className="h-7 w-64 max-w-[60vw] rounded border border-edge bg-canvas px-2 pointer-coarse:h-11"
      />
      <Button look="primary" size="small" type="submit" disabled={isSaving}>
        Correct
      </Button>
      <Button look="quiet" size="small" onClick={onDone}>
        Cancel
      </Button>
      {problem && (
        <p role="alert" className="w-full px-1 text-xs text-bad">
          {problem}
        </p>
      )}
    </form>
  )
}

/** Why it was not stored, in a sentence; empty where it was. */
async function send(interviewId: string, correction: CorrectionDraft): Promise<string> {
  const url = interviewUrl(interviewId, 'corrections', crypto.randomUUID())
  return fetchJson(url, { method: 'PUT', body: JSON.stringify(correction) }).then(
    () => '',
    (error: unknown) => (error instanceof RequestFailed ? error.message : 'The correction was not saved. Try again.'),
  )
}
