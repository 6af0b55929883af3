import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { guarded } from '../guarded'
import { formatDuration } from '../duration'
import { useLength, usePlayback, usePlaybackState } from './playback-context'
import { TimelinePicture, type Turn } from './timeline-picture'
import { TimelinePreview, type SaidThen } from './timeline-preview'
import { TimelineTicks } from './timeline-ticks'
import { TimelineTrack } from './timeline-track'

/** Of the whole width: the playhead moves by about two pixels at least, since each move is a frame. */
const STEPS = 500

/** With a thumb of one pixel: a press on a thumb only takes hold of it, and its width would shift what a place means. */
const SLIDER =
  'absolute inset-0 m-0 h-full w-full cursor-pointer appearance-none opacity-0 contain-strict [&::-moz-range-thumb]:w-px [&::-moz-range-thumb]:border-0 [&::-webkit-slider-thumb]:w-px [&::-webkit-slider-thumb]:appearance-none'

/** Seconds; a slider's own step would be a tenth of one. */
const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
}

export type TimelineProps = {
  times: Turn[]
  questions: Answer[]
  /** Null where nothing is known to be said; `time` in seconds. */
  saidAt: (time: number) => SaidThen | null
  /** Ticks over the picture of the talk. */
  ticks?: ReactNode
  /** `TimelineStrokes` through it. */
  strokes?: ReactNode
  /** `TrackLines` under it. */
  lines?: ReactNode
}

/** Who speaks when, what is asked where, and where the recording is: a slider over a picture of the talk. */
export const Timeline = guarded('The timeline', function Timeline(props: TimelineProps) {
  const { times, questions, saidAt, ticks, strokes, lines } = props
  const playback = usePlayback()
  const { duration, spans, listening } = usePlaybackState()
  const length = useLength()
  const [hovered, setHovered] = useState<number | null>(null)
  const slider = useRef<HTMLInputElement>(null)
  const head = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let shown = -1
    const show = (time: number, jumped: boolean) => {
      const share = duration ? time / duration : 0
      const step = Math.floor(share * STEPS)
      if (jumped || step !== shown) {
        if (head.current) head.current.style.transform = `translateX(${share * 100}%)`
        if (slider.current) slider.current.value = String(time)
      }
      shown = step
      // Said by the second: it is not drawn, as the slider's own value is.
      const said = `${formatDuration(Math.min(time, length ?? Infinity))} of ${formatDuration(length)}`
      if (slider.current && slider.current.ariaValueText !== said) slider.current.ariaValueText = said
      return duration ? ((step + 1) / STEPS) * duration : undefined
    }
    show(playback.time, true)
    return playback.onTime(show)
  }, [playback, duration, length])

  // A press at the place that it shows already would be no change, and go nowhere.
  const showNow = () => {
    if (slider.current) slider.current.value = String(playback.time)
  }
  const step = (event: KeyboardEvent) => {
    showNow()
    const seconds = KEY_STEPS[event.key]
    if (seconds === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    playback.skip(seconds)
  }
  const hover = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    if (event.pointerType !== 'touch') setHovered(Math.min(1, Math.max(0, (event.clientX - left) / width)) * duration)
  }

  return (
    <div className="relative pt-3.5" onPointerMove={hover} onPointerLeave={() => setHovered(null)}>
      <TimelineTicks duration={duration} questions={questions} />
      {ticks}
      <div className="relative h-9 rounded focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent pointer-coarse:h-11">
        <TimelinePicture times={times} duration={duration} spans={spans ?? listening.spans}>
          {strokes}
        </TimelinePicture>
        <div ref={head} aria-hidden="true" className="pointer-events-none absolute inset-0 will-change-transform">
          <div
            data-playhead
            className="absolute inset-y-0 left-0 w-0.5 -translate-x-1/2 rounded-full bg-ink shadow-[0_0_0_1px_var(--color-canvas)] forced-colors:bg-[CanvasText] forced-colors:outline forced-colors:outline-[Canvas]"
          />
        </div>
        <input
          ref={slider}
          type="range"
          aria-label="Position in the recording"
          min={0}
          max={duration || 1}
          step={0.1}
          defaultValue={0}
          disabled={!duration}
          onInput={(event) => playback.seek(event.currentTarget.valueAsNumber)}
          onPointerDown={showNow}
          onKeyDown={step}
          className={SLIDER}
        />
      </div>
      <TimelineTrack duration={duration}>{lines}</TimelineTrack>
      {hovered !== null && duration > 0 && (
        <TimelinePreview time={hovered} duration={duration} said={saidAt(hovered)} questions={questions} />
      )}
    </div>
  )
})
