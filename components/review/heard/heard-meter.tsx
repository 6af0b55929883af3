'use client'

import { useMemo } from 'react'
import { shareHeard } from '@/lib/listening/listening-progress'
import { speechSpans } from '@/lib/transcript/speech'
import { useHeard } from './heard-context'
import { useCandidateSpeech } from '../../transcript/use-candidate-speech'

/** How much of what the candidate says this member has heard or read. */
export function HeardMeter() {
  const said = useCandidateSpeech()
  const speech = useMemo(() => speechSpans(said), [said])
  const share = shareHeard(speech, useHeard())
  if (share === null) return null
  const percent = Math.floor(share * 100)
  return (
    <span
      title="Of what the candidate says, heard or read by you. Nobody else sees this."
      className="flex items-center gap-1.5 px-1 text-xs whitespace-nowrap text-muted numeric"
    >
      <meter
        min={0}
        max={100}
        value={percent}
        aria-label="Heard or read of the candidate’s speech, in percent"
        className="sr-only"
      />
      <span
        aria-hidden="true"
        className="h-1 w-10 overflow-hidden rounded-full bg-line forced-color-adjust-none max-lg:hidden @max-[40rem]:hidden"
      >
        <span className="block h-full origin-left rounded-full bg-accent" style={{ transform: `scaleX(${share})` }} />
      </span>
      {percent} % heard
    </span>
  )
}
