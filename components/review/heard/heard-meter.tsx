'use client'

import { shareOf } from '@/lib/listening/listening-progress'
import { commonSpans, secondsOf } from '@/lib/transcript/speech'
import { formatDuration } from '../../duration'
import { useTranscript } from '../../transcript/transcript-context'
import { useCandidateSpeech } from '../listening-context'
import { useHeard } from './heard-context'

const FILL = 'absolute inset-0 origin-left rounded-full'

/** How much of what the candidate says this member has heard, where there is a recording, and how much they have read. */
export function HeardMeter() {
  const { playable } = useTranscript()
  const speech = useCandidateSpeech()
  const { heard, read } = useHeard()
  const [heardShare, readShare] = [shareOf(speech, heard), shareOf(speech, read)]
  if (heardShare === null || readShare === null) return null
  const [seconds, all] = [secondsOf(commonSpans(speech, heard)), secondsOf(speech)]
  const heardWords = `${formatDuration(seconds)} of ${formatDuration(all)}`
  const percent = Math.floor(readShare * 100)
  return (
    <span
      title={`Of what the candidate says, ${playable ? 'heard and read' : 'read'} by you. Nobody else sees this.`}
      className="flex items-center gap-1.5 px-1 text-xs whitespace-nowrap text-muted numeric"
    >
      {playable && (
        <meter
          min={0}
          max={all}
          value={seconds}
          aria-label="Heard of the candidate’s speech"
          aria-valuetext={heardWords}
          className="sr-only"
        />
      )}
      <meter
        min={0}
        max={100}
        value={percent}
        aria-label="Read of the candidate’s speech"
        aria-valuetext={`${percent} %`}
        className="sr-only"
      />
      <span
        aria-hidden="true"
        className="relative h-1 w-10 overflow-hidden rounded-full bg-line forced-color-adjust-none max-lg:hidden @max-[44rem]:hidden forced-colors:bg-[Canvas] forced-colors:outline forced-colors:outline-[CanvasText]"
      >
        <span
          className={`bg-[color-mix(in_oklch,var(--color-accent)_40%,var(--color-line))] forced-colors:bg-[GrayText] ${FILL}`}
          style={{ transform: `scaleX(${readShare})` }}
        />
        {playable && (
          <span
            className={`bg-accent forced-colors:bg-[Highlight] ${FILL}`}
            style={{ transform: `scaleX(${heardShare})` }}
          />
        )}
      </span>
      {playable && (
        <span aria-hidden="true">
          Heard {formatDuration(seconds)}
          <span className="@max-[26rem]:hidden"> of {formatDuration(all)}</span>
        </span>
      )}
      <span aria-hidden="true" className={playable ? 'text-faint @max-[36rem]:hidden' : ''}>
        Read {percent} %
      </span>
    </span>
  )
}
