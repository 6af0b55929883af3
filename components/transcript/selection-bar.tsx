'use client'

import { Link2, MessageSquare, Pencil, Play, Quote } from 'lucide-react'
import { beginningOf } from '@/lib/text/legible'
import { LONGEST_QUOTE } from '@/lib/transcript/longest-quote'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { isComposing } from '../key-pressed'
import { Button } from '../ui/button'
import { copyText } from './copy-text'
import { CorrectionDraft } from './correction-draft'
import { CorrectionForm } from './correction-form'
import { correctablePart, linkTo, quoteOf, selectedPassage, type Passage, type PassagePart } from './passage'
import { usePlayback } from '../player/playback-context'
import { useReview } from '../review/review-context'
import { focusSegment } from './transcript-place'
import { useCompose } from '../review/notes/use-compose'
import { useSpeaker } from './use-speaker'
import type { WordIndex } from './word-index'

/** In pixels, with all its buttons. */
const WIDTH = 430

type Props = { area: RefObject<HTMLElement | null>; index: WordIndex | null }
type Selected = { passage: Passage; left: number; top: number }
type Copied = { what: 'quote' | 'link'; result: string }

/** What can be done with the words that are selected in the transcript. */
export function SelectionBar({ area, index }: Props) {
  const playback = usePlayback()
  const { interviewId, playable } = useReview()
  const speakerOf = useSpeaker()
  const [selected, setSelected] = useState<Selected | null>(null)
  const compose = useCompose()
  const [copied, setCopied] = useState<Copied | null>(null)
  const [correcting, setCorrecting] = useState<PassagePart | null>(null)
  useSelected({ area, index, isShown: selected !== null }, (found) => {
    // The field in which it is corrected takes the selection away.
    if (correcting) return
    setSelected(found)
    setCopied(null)
    // One that was begun before the page was loaded anew is gone on with.
    const part = found && correctablePart(found.passage)
    if (part && new CorrectionDraft(interviewId, part).find() !== null) setCorrecting(part)
  })
  if (!selected) return null

  const { passage, left, top } = selected
  const { start, end } = passage
  const correctable = correctablePart(passage)
  const close = () => {
    setCorrecting(null)
    setSelected(null)
    // Who has gone on to something else while it was stored stays there.
    if (document.activeElement !== document.body && !document.activeElement?.closest('[data-selection-bar]')) return
    document.getSelection()?.removeAllRanges()
    focusSegment(document.body, passage.parts[0].segment)
  }
  const note = ({ parts: [first, ...later] }: Passage) => {
    const { segment, from, to } = first
    const last = later.at(-1)
    const text = [first, ...later].map((one) => one.text).join('\n')
    const until = last && { segment: last.segment, to: last.to }
    compose({
      at: start,
      quote: { segment, from, to, text: beginningOf(text, LONGEST_QUOTE), ...(until && { until }) },
    })
    document.getSelection()?.removeAllRanges()
  }
  const copy = async (what: Copied['what'], text: string) =>
    setCopied({ what, result: (await copyText(text)) ? 'Copied' : 'Not copied: the browser forbids it' })
  const resultOf = (what: Copied['what']) => (copied?.what === what ? copied.result : null)
  return createPortal(
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label="Selected words"
      // A press would otherwise take the selection away before the click.
      onPointerDown={(event) => {
        if (!correcting) event.preventDefault()
      }}
      data-selection-bar
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
              <Play size={13} aria-hidden="true" /> Play
            </Button>
          )}
          <Button look="quiet" size="small" onClick={() => note(passage)}>
            <MessageSquare size={13} aria-hidden="true" /> Note
          </Button>
          {correctable && (
            <Button look="quiet" size="small" onClick={() => setCorrecting(correctable)}>
              <Pencil size={13} aria-hidden="true" /> Correct
            </Button>
          )}
          <Button look="quiet" size="small" onClick={() => void copy('quote', quoteOf(passage, speakerOf))}>
            <Quote size={13} aria-hidden="true" /> {resultOf('quote') ?? 'Copy quote'}
          </Button>
          {start !== null && (
            <Button look="quiet" size="small" onClick={() => void copy('link', linkTo({ start, end }))}>
              <Link2 size={13} aria-hidden="true" /> {resultOf('link') ?? 'Copy link'}
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

/** For the keyboard, which would reach it only at the end of the page; false while nothing is selected. */
export function focusSelectionBar(): boolean {
  const first = document.querySelector<HTMLElement>('[data-selection-bar] button')
  first?.focus()
  return first !== null
}

/** Tells of every selection in the area, and again where one that is shown was scrolled to. */
function useSelected(
  { area, index, isShown }: Props & { isShown: boolean },
  tell: (selected: Selected | null) => void,
) {
  const read = useEffectEvent(() => {
    if (!area.current) return tell(null)
    const passage = selectedPassage(area.current, index)
    const box = passage && document.getSelection()?.getRangeAt(0).getBoundingClientRect()
    if (!passage || !box || box.width === 0) return tell(null)
    const half = Math.min(WIDTH, window.innerWidth - 16) / 2
    const within = area.current.getBoundingClientRect()
    const left = Math.max(Math.min(box.left + box.width / 2, within.right - half - 8), within.left + half + 8)
    tell({ passage, left, top: Math.max(box.top - 6, 44) })
  })
  // Listens all the while: a listener that is changed while others hear of a selection would miss it.
  useEffect(() => {
    const left = new AbortController()
    document.addEventListener('selectionchange', () => read(), left)
    return () => left.abort()
  }, [])
  useEffect(() => {
    if (!isShown) return undefined
    const left = new AbortController()
    // On a narrow screen it is the window that scrolls.
    document.addEventListener('scroll', () => read(), { signal: left.signal, capture: true, passive: true })
    return () => left.abort()
  }, [isShown])
}
