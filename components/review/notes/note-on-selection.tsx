'use client'

import { MessageSquare } from '../../ui/icons'
import { beginningOf } from '@/lib/text/legible'
import { LONGEST_QUOTE } from '@/lib/transcript/longest-quote'
import { useSelectedPassage } from '../../transcript/selection-context'
import { Button } from '../../ui/button'
import { useCompose } from './use-compose'

/** Begins a note about the words that are selected in the transcript. */
export function NoteOnSelection() {
  const { parts, start } = useSelectedPassage()
  const compose = useCompose()
  const note = () => {
    const [{ segment, from, to }] = parts
    const last = parts.slice(1).at(-1)
    const text = parts.map((part) => part.text).join('\n')
    const until = last && { segment: last.segment, to: last.to }
    compose({
      at: start,
      quote: { segment, from, to, text: beginningOf(text, LONGEST_QUOTE), ...(until && { until }) },
    })
    document.getSelection()?.removeAllRanges()
  }
  return (
    <Button look="quiet" size="small" onClick={note}>
      <MessageSquare size={13} /> Note
    </Button>
  )
}
