import { useEffect, type RefObject } from 'react'
import { quoteOf, selectedPassage } from './passage'
import { useSpeaker } from './use-speaker'
import type { WordIndex } from './word-index'

type Props = { area: RefObject<HTMLElement | null>; index: WordIndex | null }

/** What is copied from the transcript says who said it and when, and links to it. */
export function useCopiedQuote({ area, index }: Props) {
  const speakerOf = useSpeaker()
  useEffect(() => {
    const root = area.current
    const copy = (event: ClipboardEvent) => {
      const passage = root && selectedPassage(root, index)
      if (!passage) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', quoteOf(passage, speakerOf))
    }
    root?.addEventListener('copy', copy)
    return () => root?.removeEventListener('copy', copy)
  }, [area, index, speakerOf])
}
