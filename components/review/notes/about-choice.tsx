import { useState } from 'react'
import type { About } from '@/lib/notes/note'
import { useNotes } from '../../notes/notes-context'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'
import { Button } from '../../ui/button'
import { NoteMoment } from './note-moment'

const WHOLE: About = { at: null, quote: null }

/** What the note that is being written is about: a moment or words, or the whole interview. */
export function AboutChoice({ about }: { about: About }) {
  const { compose } = useNotes()
  const { playable } = useTranscript()
  const playback = usePlayback()
  const isWhole = about.at === null && about.quote === null
  // What was begun about a moment can go back to it.
  const [place] = useState<About>(() => (isWhole ? { at: playback.time, quote: null } : about))
  const isOfWords = place.quote !== null
  const choices = [
    ...(isOfWords || playable ? [{ label: isOfWords ? 'These words' : 'This moment', to: place }] : []),
    { label: 'Whole interview', to: WHOLE },
  ]
  return (
    <>
      <div role="group" aria-label="What the note is about" className="mb-1 flex flex-wrap gap-x-1">
        {choices.map(({ label, to }) => (
          <Button
            key={label}
            look="quiet"
            size="small"
            aria-pressed={(to === WHOLE) === isWhole}
            className="text-xs aria-pressed:bg-accent-soft aria-pressed:text-ink"
            onClick={() => compose(to)}
          >
            {label}
          </Button>
        ))}
      </div>
      <NoteMoment about={about} />
    </>
  )
}
