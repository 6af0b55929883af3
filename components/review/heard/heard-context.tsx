'use client'

import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react'
import useSWR from 'swr'
import { fewerSpans, joinSpans } from '@/lib/listening/listening-progress'
import type { TimeSpan } from '@/lib/transcript/speech'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'
import { useHeardRecording } from './use-heard-recording'
import { useReadSegments } from './use-read-segments'

/** Shown and sent at once, since whatever shows it is drawn anew each time. */
const TELL_MS = 20_000
const NOTHING: TimeSpan[] = []
const HeardContext = createContext<TimeSpan[]>(NOTHING)

/** What this member has heard of the recording or had before their eyes, in seconds: collected here, kept on the server. */
export function HeardProvider({ children }: { children: ReactNode }) {
  const { interviewId } = useTranscript()
  const playback = usePlayback()
  const url = swrKeys.heard(interviewId)
  const { data = NOTHING, mutate } = useSWR(url, fetchJson<TimeSpan[]>, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  })
  const pending = useRef<TimeSpan[]>([])
  const sent = useRef<TimeSpan[]>([])

  const add = useCallback((span: TimeSpan) => {
    pending.current = fewerSpans(joinSpans([...pending.current, span]))
  }, [])
  useHeardRecording(add)
  useReadSegments(add)

  useEffect(() => {
    const tell = () => {
      const spans = pending.current
      if (spans.length === 0) return
      pending.current = []
      sent.current = joinSpans([...sent.current, ...spans])
      // The page may be leaving; what does not arrive is sent with the next.
      const post = fetchJson<TimeSpan[]>(url, { method: 'POST', body: JSON.stringify({ spans }), keepalive: true })
      // An answer may be from before another message of this page arrived.
      const withSent = (answer: TimeSpan[] = NOTHING) => joinSpans([...answer, ...sent.current])
      mutate(post, {
        optimisticData: withSent,
        populateCache: withSent,
        rollbackOnError: false,
        revalidate: false,
      }).catch(() => {
        pending.current = fewerSpans(joinSpans([...spans, ...pending.current]))
      })
    }
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
  }, [url, mutate, playback])

  return <HeardContext value={data}>{children}</HeardContext>
}

/** Sorted and apart. */
export function useHeard(): TimeSpan[] {
  return useContext(HeardContext)
}
