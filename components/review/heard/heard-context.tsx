'use client'

import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import type { TimeSpan } from '@/lib/transcript/speech'
import { swrKeys } from '../../swr-keys'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'
import { useHeardRecording } from './use-heard-recording'
import { useKeptSpans } from './use-kept-spans'
import { useReadSegments } from './use-read-segments'

const TELL_MS = 20_000

/** In seconds; sorted and apart. */
type Heard = { heard: TimeSpan[]; read: TimeSpan[] }

const HeardContext = createContext<Heard>({ heard: [], read: [] })

/** What this member has heard of the recording, and what they had before their eyes: collected here, kept on the server. */
export function HeardProvider({ children }: { children: ReactNode }) {
  const { interviewId } = useTranscript()
  const heard = useKeptSpans(swrKeys.heard(interviewId))
  const read = useKeptSpans(swrKeys.read(interviewId))
  useHeardRecording(heard.add)
  useReadSegments(read.add)
  useTelling(heard.tell)
  useTelling(read.tell)

  const value = useMemo(() => ({ heard: heard.spans, read: read.spans }), [heard.spans, read.spans])
  return <HeardContext value={value}>{children}</HeardContext>
}

/** Now and then, and whenever something ends: the playing, the looking, the stay. */
function useTelling(tell: () => void) {
  const playback = usePlayback()
  useEffect(() => {
    const timer = setInterval(tell, TELL_MS)
    const leave = playback.onState(() => {
      if (!playback.state.playing) tell()
    })
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      leave()
      document.removeEventListener('visibilitychange', tell)
      tell()
    }
  }, [tell, playback])
}

export function useHeard(): Heard {
  return useContext(HeardContext)
}
