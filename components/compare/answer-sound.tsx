'use client'

import { useEffect, useRef } from 'react'
import { interviewUrl } from '@/lib/interviews/interview-url'
import type { RecordingKind } from '@/lib/interviews/recording-kind'
import { director } from '../player/director'
import { usePageLoaded } from '../page-loaded'
import { usePlayback } from '../player/playback-context'

type Props = { interview: string; recording: RecordingKind }

/** The recording of an answer, which is heard and not seen: loaded before it is wanted, so that one follows the other, and after the page, unless somebody presses Play. */
export function AnswerSound({ interview, recording }: Props) {
  const playback = usePlayback()
  const media = useRef<HTMLVideoElement>(null)
  const isPageLoaded = usePageLoaded()
  useEffect(() => (media.current ? playback.attach(media.current) : undefined), [playback])
  const Media = recording
  return (
    <Media
      ref={media}
      src={interviewUrl(interview, 'recording', recording)}
      preload={isPageLoaded ? 'auto' : 'none'}
      onPlay={() => director.start(playback)}
      aria-label="Recording"
      className="hidden"
    />
  )
}
