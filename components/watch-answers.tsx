'use client'

import { useEffect } from 'react'
import { useSWRConfig } from 'swr'
import { swrKeys } from './swr-keys'
import { useConnectivity } from './use-connectivity'

/** Between two looks whether Debrief answers by now. */
const LOOK_MS = 4_000

/** Asks again at once where one request had no answer, which may have been that one's alone, and then until there is one. */
export function WatchAnswers() {
  const { is } = useConnectivity()
  const { mutate } = useSWRConfig()
  useEffect(() => {
    if (is !== 'silent' && is !== 'out') return undefined
    const look = () => void mutate(swrKeys.freshness)
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [is, mutate])
  return null
}
