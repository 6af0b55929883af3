import { useCallback, useEffect, useRef } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import { fewerSpans, joinSpans } from '@/lib/listening/listening-progress'
import type { TimeSpan } from '@/lib/transcript/speech'
import { fetchJson } from '../../fetch-json'
import { isNewsKey } from '../../swr-keys'
import { sendLater, sendSpans } from './unsent-spans'

const NOTHING: TimeSpan[] = []

type KeptSpans = {
  /** All of them that are known here; sorted and apart. */
  spans: TimeSpan[]
  add: (span: TimeSpan) => void
  /** Shows and sends what was added: whatever shows it is drawn anew each time. */
  tell: () => void
}

/** Stretches of a recording that the server keeps for this member at this address, and adds to. */
export function useKeptSpans(url: string): KeptSpans {
  const { mutate: mutateAny } = useSWRConfig()
  const { data = NOTHING, mutate } = useSWR(url, fetchJson<TimeSpan[]>, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  })
  const pending = useRef<TimeSpan[]>([])
  const sent = useRef<TimeSpan[]>([])

  const isLeft = useRef(false)
  useEffect(() => {
    isLeft.current = false
    return () => {
      isLeft.current = true
    }
  }, [])

  const add = useCallback((span: TimeSpan) => {
    pending.current = fewerSpans(joinSpans([...pending.current, span]))
  }, [])
  const tell = useCallback(() => {
    const spans = pending.current
    if (spans.length === 0) return
    pending.current = []
    sent.current = joinSpans([...sent.current, ...spans])
    // The page may be leaving; what does not arrive is sent with the next.
    const post = sendSpans(url, spans)
    // An answer may be from before another message of this page arrived.
    const withSent = (answer: TimeSpan[] = NOTHING) => joinSpans([...answer, ...sent.current])
    mutate(post, {
      optimisticData: withSent,
      populateCache: withSent,
      rollbackOnError: false,
      revalidate: false,
    }).then(
      // Whoever has gone back to the list sees there how far they are.
      () => mutateAny(isNewsKey),
      () => {
        if (isLeft.current) sendLater(url, spans)
        else pending.current = fewerSpans(joinSpans([...spans, ...pending.current]))
      },
    )
  }, [url, mutate, mutateAny])
  return { spans: data, add, tell }
}
