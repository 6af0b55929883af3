import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import type { QueueItem } from '@/lib/queue/queue'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { startOf } from '../candidates/place/walk-state'
import { loadedPages } from './loaded-pages'
import { preloadNext } from './preload-next'
import { savesData } from './saves-data'

/** Milliseconds after which a page has what it needs itself, and the next one is loaded beside it. */
const PRELOAD_AFTER_MS = 1_000

/** Loads the page that is opened next, the times of its words and the beginning of its recording. */
export function usePreloaded(next: QueueItem | undefined) {
  const router = useRouter()
  const listen = useSearchParams().get('listen')
  const id = next?.interviewId
  const preload = useEffectEvent(() => {
    if (!next || savesData()) return
    const href = startOf(next.interviewId, QUEUE_SEARCH, listen)
    loadedPages.expect(href)
    router.prefetch(href, { kind: PrefetchKind.FULL })
    preloadNext(next, listen)
  })
  useEffect(() => {
    const later = setTimeout(preload, PRELOAD_AFTER_MS)
    return () => clearTimeout(later)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Which one is next, and how it will be listened to.
  }, [id, listen])
}
