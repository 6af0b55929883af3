'use client'

import { createContext, createRef, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Correction } from '@/lib/corrections/correction'
import { useIsAlive } from '../use-is-alive'
import { DrawnSegments } from './drawn-segments'
import { FIRST_SEGMENTS } from './first-segments'
import type { SegmentTime } from './segment-time'

type Said = {
  interviewId: string
  /** Another one once Ribbon says something else. */
  version: string
  /** How the candidate is called beside their words. */
  candidate: string
  times: SegmentTime[]
  corrections: Correction[]
  /** Whether there is a recording of it. */
  playable: boolean
}

const TranscriptContext = createContext<(Said & { segments: DrawnSegments }) | null>(null)

/** Around one transcript and all that leads to its words. */
export function TranscriptProvider({ children, ...said }: Said & { children: ReactNode }) {
  const { interviewId, version, candidate, times, corrections, playable } = said
  const [area] = useState(createRef<HTMLDivElement>)
  const areAll = useIsAlive(times.length > FIRST_SEGMENTS)
  // Others once all are drawn: whoever has looked for one of them looks again.
  const segments = useMemo(() => new DrawnSegments(area, areAll), [area, areAll])
  const value = useMemo(
    () => ({ interviewId, version, candidate, times, corrections, playable, segments }),
    [interviewId, version, candidate, times, corrections, playable, segments],
  )
  return <TranscriptContext value={value}>{children}</TranscriptContext>
}

/** What is known of the transcript, and its segments as they are drawn. */
export function useTranscript() {
  const transcript = useContext(TranscriptContext)
  if (!transcript) throw new Error('useTranscript needs a TranscriptProvider above it')
  return transcript
}
