'use client'

import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { About } from '@/lib/notes/note'
import { isComposing } from '../key-pressed'
import { Button } from '../ui/button'
import { leaveFocusTo } from '../ui/leave-focus-to'
import { MentionChoices } from './mention-choices'
import { useNotes } from './notes-context'
import { useMentioning } from './use-mentioning'

const MOST = 4_000

type Props = {
  label: string
  /** What the button says. */
  submit: string
  /** Under which what is half written is kept. */
  draft: string
  about?: About
  initial?: string
  onSubmit: (body: string) => void
  onCancel: () => void
}

/** Where a note, a reply or newer words are written. Ctrl Enter or ⌘ Enter sends, Esc leaves what is empty. */
export function NoteComposer({ label, submit, draft, about, initial = '', onSubmit, onCancel }: Props) {
  const { drafts } = useNotes()
  const [body, setBody] = useState(() => drafts.find(draft)?.body ?? initial)
  const field = useRef<HTMLTextAreaElement>(null)
  const mentioning = useMentioning({ field, body, setBody })
  useFocusBack(field)
  // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- Each new `about` asks for it.
  useEffect(() => field.current?.focus(), [about])

  useEffect(() => {
    if (body === initial) drafts.drop(draft)
    else drafts.keep(draft, { body, about: about ?? null })
  }, [drafts, draft, about, body, initial])

  const isWritten = body.trim() !== ''
  const send = () => {
    if (!isWritten) return
    drafts.drop(draft)
    onSubmit(body.trim())
  }
  const cancel = () => {
    drafts.drop(draft)
    onCancel()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || mentioning.press(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
    if (event.key === 'Escape' && body === initial) cancel()
  }
  return (
    <form
      className="relative"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        rows={3}
        value={body}
        maxLength={MOST}
        aria-label={label}
        placeholder="Write a note. @ names a member."
        onChange={(event) => {
          setBody(event.target.value)
          mentioning.look()
        }}
        onKeyDown={press}
        onSelect={mentioning.look}
        {...mentioning.field}
        className="field-sizing-content max-h-60 min-h-16 w-full resize-none rounded-md border border-edge bg-raised px-2.5 py-1.5 placeholder:text-muted"
      />
      <MentionChoices {...mentioning} />
      <div className="mt-1.5 flex items-center gap-1.5">
        <Button look="primary" size="small" type="submit" disabled={!isWritten}>
          {submit}
        </Button>
        <Button look="quiet" size="small" onClick={cancel}>
          Cancel
        </Button>
        <span className="ml-auto text-xs text-muted max-lg:hidden">Ctrl Enter</span>
      </div>
    </form>
  )
}

/** The focus, which leaves with the field, goes back to what had it before, or else to the panel around. */
function useFocusBack(field: RefObject<HTMLElement | null>) {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    const panel = field.current?.closest<HTMLElement>('[role=tabpanel]')
    return () => {
      if (document.activeElement !== document.body) return
      if (opener instanceof HTMLElement && opener !== document.body) opener.focus()
      if (document.activeElement === document.body) leaveFocusTo(panel)
    }
  }, [field, opener])
}
