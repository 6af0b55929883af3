'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import useSWR from 'swr'
import { joinSpans } from '@/lib/hearings/hearing'
import type { Span } from '@/lib/interviews/speech'
import { fetchJson } from '../fetch-json'
import { useReview } from './review-context'
import { useHeardRecording } from './use-heard-recording'
import { useReadSegments } from './use-read-segments'

const SEND_MS = 10_000
const NOTHING: Span[] = []
const HeardContext = createContext<Span[]>(NOTHING)

/** What this member has heard of the recording or had before their eyes, in seconds: collected here, kept on the server. */
export function HeardProvider({ children }: { children: ReactNode }) {
  const { interviewId } = useReview()
  const url = `/api/interviews/${encodeURIComponent(interviewId)}/heard`
  const { data = NOTHING, mutate } = useSWR(url, fetchJson<Span[]>, { revalidateOnFocus: false })
  const [fresh, setFresh] = useState<Span[]>(NOTHING)
  const unsent = useRef<Span[]>([])

  const add = useCallback((span: Span) => {
    unsent.current = joinSpans([...unsent.current, span])
    setFresh((held) => joinSpans([...held, span]))
  }, [])
  useHeardRecording(add)
  useReadSegments(add)

  useEffect(() => {
    const send = () => {
      const spans = unsent.current
      if (spans.length === 0) return
      unsent.current = []
      // The page may be leaving; what does not arrive is sent with the next.
      fetchJson<Span[]>(url, { method: 'POST', body: JSON.stringify({ spans }), keepalive: true }).then(
        (all) => void mutate(all, { revalidate: false }),
        () => (unsent.current = joinSpans([...spans, ...unsent.current])),
      )
    }
    const timer = setInterval(send, SEND_MS)
    document.addEventListener('visibilitychange', send)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', send)
      send()
    }
  }, [url, mutate])

  const heard = useMemo(() => joinSpans([...data, ...fresh]), [data, fresh])
  return <HeardContext value={heard}>{children}</HeardContext>
}

/** Sorted and apart. */
export function useHeard(): Span[] {
  return useContext(HeardContext)
}
