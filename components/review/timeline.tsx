import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Answer } from '@/lib/interviews/answers'
import { formatDuration } from '../duration'
import { usePlayback, usePlaybackState } from './playback-context'
import type { SegmentTime } from './segment-time'
import { SpeakerBands } from './speaker-bands'

type Props = { times: SegmentTime[]; answers: Answer[] }

/** Seconds; a slider's own step would be a tenth of one. */
const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
}

/** Who speaks when, where each question begins, and where the recording is: a slider over a picture of the talk. */
export function Timeline({ times, answers }: Props) {
  const playback = usePlayback()
  const { duration } = usePlaybackState()
  const slider = useRef<HTMLInputElement>(null)
  const head = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const show = (time: number) => {
      if (head.current) head.current.style.transform = `translateX(${duration ? (time / duration) * 100 : 0}%)`
      if (!slider.current) return
      slider.current.value = String(time)
      slider.current.ariaValueText = `${formatDuration(time)} of ${formatDuration(duration)}`
    }
    show(playback.time)
    return playback.onTime(show)
  }, [playback, duration])

  const step = (event: KeyboardEvent) => {
    const seconds = KEY_STEPS[event.key]
    if (seconds === undefined) return
    event.preventDefault()
    playback.skip(seconds)
  }

  return (
    <div className="group relative pt-3">
      {answers.map(({ text, spans }) => (
        <span
          key={text}
          title={text}
          className={`absolute top-0 h-3 w-2 -translate-x-1/2 after:absolute after:inset-x-[3px] after:top-0.5 after:bottom-0.5 after:rounded-full after:bg-faint ${spans.length === 0 || !duration ? 'hidden' : ''}`}
          style={{ left: `${((spans[0]?.start ?? 0) / (duration || 1)) * 100}%` }}
        />
      ))}
      <div className="relative h-9 rounded focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        <SpeakerBands times={times} duration={duration} />
        <div ref={head} aria-hidden="true" className="pointer-events-none absolute inset-0">
          <div className="absolute inset-y-0 left-0 w-0.5 -translate-x-1/2 rounded-full bg-ink shadow-[0_0_0_1px_var(--color-canvas)]" />
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
          onKeyDown={step}
          className="absolute inset-0 m-0 h-full w-full cursor-pointer opacity-0"
        />
      </div>
    </div>
  )
}
