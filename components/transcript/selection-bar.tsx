'use client'

import { Link2, Pencil, Play, QuoteMarks } from '../ui/icons'
import { useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { isComposing } from '../key-pressed'
import { Button } from '../ui/button'
import { copyText } from '../copy-text'
import { KeptCorrection } from './kept-correction'
import { CorrectionForm } from './correction-form'
import { correctablePart, linkTo, quoteOf, type PassagePart } from './passage'
import { usePlayback } from '../player/playback-context'
import { SelectionContext } from './selection-context'
import { useTranscript } from './transcript-context'
import { useSelected, type Selected } from './use-selected'
import { useSpeaker } from './use-speaker'
import type { WordIndex } from './word-index'

type Props = {
  index: WordIndex | null
  bar: RefObject<HTMLDivElement | null>
  /** What else is offered for the words: it asks `useSelectedPassage` for them. */
  children: ReactNode
}
type Copied = { what: 'quote' | 'link'; result: string }

/** What can be done with the words that are selected in the transcript. */
export function SelectionBar({ index, bar, children }: Props) {
  const playback = usePlayback()
  const { interviewId, playable, segments } = useTranscript()
  const speakerOf = useSpeaker()
  const [selected, setSelected] = useState<Selected | null>(null)
  const [copied, setCopied] = useState<Copied | null>(null)
  const [correcting, setCorrecting] = useState<PassagePart | null>(null)
  useSelected({ index, isShown: selected !== null }, (found) => {
    // The field in which it is corrected takes the selection away.
    if (correcting) return
    setSelected(found)
    setCopied(null)
    // One that was begun before the page was loaded anew is gone on with.
    const part = found && correctablePart(found.passage)
    if (part && new KeptCorrection(interviewId, part).find() !== null) setCorrecting(part)
  })
  if (!selected) return null

  const { passage, left, top } = selected
  const { start, end } = passage
  const correctable = correctablePart(passage)
  const close = () => {
    setCorrecting(null)
    setSelected(null)
    // Who has gone on to something else while it was stored stays there.
    if (document.activeElement !== document.body && !bar.current?.contains(document.activeElement)) return
    document.getSelection()?.removeAllRanges()
    segments.focus(passage.parts[0].segment)
  }
  const copy = async (what: Copied['what'], text: string) =>
    setCopied({ what, result: (await copyText(text)) ? 'Copied' : 'Not copied: the browser forbids it' })
  const resultOf = (what: Copied['what']) => (copied?.what === what ? copied.result : null)
  return createPortal(
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label="Selected words"
      // A press would otherwise take the selection away before the click.
      onPointerDown={(event) => {
        if (!correcting) event.preventDefault()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) close()
      }}
      className="fixed z-30 flex w-max max-w-[calc(100vw-1rem)] -translate-x-1/2 -translate-y-full flex-wrap items-center gap-0.5 rounded-md bg-raised p-1 shadow-float"
      style={{ left, top }}
    >
      {correcting ? (
        <CorrectionForm part={correcting} onDone={close} />
      ) : (
        <>
          {playable && start !== null && end !== null && (
            <Button look="quiet" size="small" onClick={() => playback.playSpans([{ start, end }])}>
              <Play size={13} /> Play
            </Button>
          )}
          <SelectionContext value={passage}>{children}</SelectionContext>
          {correctable && (
            <Button look="quiet" size="small" onClick={() => setCorrecting(correctable)}>
              <Pencil size={13} /> Correct
            </Button>
          )}
          <Button look="quiet" size="small" onClick={() => void copy('quote', quoteOf(passage, speakerOf))}>
            <QuoteMarks size={13} /> {resultOf('quote') ?? 'Copy quote'}
          </Button>
          {start !== null && (
            <Button look="quiet" size="small" onClick={() => void copy('link', linkTo({ start, end }))}>
              <Link2 size={13} /> {resultOf('link') ?? 'Copy link'}
            </Button>
          )}
          <span role="status" className="sr-only">
            {copied?.result}
          </span>
        </>
      )}
    </div>,
    document.body,
  )
}
