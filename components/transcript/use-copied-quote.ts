import { useEffect } from 'react'
import { quoteOf, selectedPassage } from './passage'
import { useTranscript } from './transcript-context'
import { useSpeaker } from './use-speaker'
import type { WordIndex } from './word-index'

/** What is copied from the transcript says who said it and when, and links to it. */
export function useCopiedQuote(index: WordIndex | null) {
  const { segments } = useTranscript()
  const speakerOf = useSpeaker()
  useEffect(() => {
    const { current: area } = segments.area
    const copy = (event: ClipboardEvent) => {
      const passage = selectedPassage(segments, index)
      if (!passage) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', quoteOf(passage, speakerOf))
    }
    area?.addEventListener('copy', copy)
    return () => area?.removeEventListener('copy', copy)
  }, [segments, index, speakerOf])
}
