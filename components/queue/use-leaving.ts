import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import type { Vote } from '@/lib/interviews/vote'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { walkOn } from '../candidates/place/walk-state'
import { isScrolled } from './is-scrolled'
import { useMeantHere } from './just-opened'
import { trail } from './trail'
import { useLeft } from './use-left'

/** `following` is who opens next, null where the queue itself does. */
type Props = { interviewId: string; name: string; following: string | null }

/** From a candidate of the queue, who may have been opened by leaving another one, on to the next. */
export function useLeaving({ interviewId, name, following }: Props) {
  const router = useRouter()
  const left = useLeft(interviewId)
  const isMeantHere = useMeantHere(left !== null)
  const [isMissed, setMissed] = useState(false)
  const takes = useCallback(
    (pressedAt: number) => {
      const isMeant = isMeantHere(pressedAt)
      if (!isMeant) setMissed(true)
      return isMeant
    },
    [isMeantHere],
  )
  /** Once this one is left another may follow, while it is still in sight: a second press leads to the same. */
  const ledTo = useRef<string | null>(null)
  const leave = useCallback(
    (vote: Vote | null) => {
      ledTo.current ??= following
      trail.leave({ id: interviewId, name, vote }, ledTo.current)
      router.push(ledTo.current === null ? '/review' : walkOn(ledTo.current, QUEUE_SEARCH), { scroll: isScrolled() })
    },
    [router, interviewId, name, following],
  )
  const isLeft = useCallback(() => ledTo.current !== null, [])
  return { left, isMissed, takes, leave, isLeft }
}
