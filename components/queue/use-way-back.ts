import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { startOf } from '../candidates/place/walk-state'
import { isScrolled } from './is-scrolled'
import { sendUnskip } from './queue-changes'
import { skipFailure } from './skip-failure'
import { trail } from './trail'

/** From `here`, null for the queue itself, back to the candidate who was left last; who was skipped is so no longer. */
export function useWayBack(here: string | null): () => void {
  const router = useRouter()
  return useCallback(() => {
    const last = trail.goBack(here)
    if (!last) return
    if (last.isSkipped) sendUnskip(last.id).catch((error: Error) => skipFailure.set(error.message))
    router.push(startOf(last.id, QUEUE_SEARCH, null), { scroll: isScrolled() })
  }, [router, here])
}
