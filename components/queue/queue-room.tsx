'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, type ReactNode } from 'react'
import { aroundInQueue } from '@/lib/queue/queue'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { startOf, walkOn } from '../candidates/place/walk-state'
import { shortcutOf } from '../key-pressed'
import { useFlushing } from '../outbox/use-flushing'
import { useCommands, type Command } from '../palette/offered-commands'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'
import { AfterVoteContext } from './after-vote'
import { LeftNotice } from './left-notice'
import { sendSkip, sendUnskip, shownInQueue, withoutJudged } from './queue-changes'
import { QueueContext } from './queue-context'
import { skipFailure } from './skip-failure'
import { trail } from './trail'
import { usePreloaded } from './use-preloaded'
import { changeQueue, useQueue } from './use-queue'

const NOWHERE = { previous: null, next: null, position: null }

type Props = {
  interviewId: string
  name: string
  /** As it was when the page was drawn. */
  drawnNext: string | null
  children: ReactNode
}

/** Whether the next page would begin below its top: to scroll there is to lay the page out once more before it is painted. */
function isScrolled(): boolean {
  return [document.documentElement, document.querySelector('main')].some((one) => one !== null && one.scrollTop > 0)
}

/** Around the page of a candidate who was opened from the queue: what is done with this one opens the next, which is loaded before. */
export function QueueRoom({ interviewId, name, drawnNext, children }: Props) {
  const router = useRouter()
  const { data: queue } = useQueue()
  const following = queue ? aroundInQueue(queue.items, interviewId).following : drawnNext
  const next = queue?.items.find((item) => item.interviewId === following)
  useEffect(() => shownInQueue.put(interviewId), [interviewId])
  useFlushing(shownInQueue)
  usePreloaded(next)

  const leave = useCallback(
    (by: 'vote' | 'skip') => {
      trail.leave({ id: interviewId, name, by })
      router.push(following === null ? '/review' : walkOn(following, QUEUE_SEARCH), { scroll: isScrolled() })
    },
    [router, interviewId, name, following],
  )
  const afterVote = useCallback(() => {
    changeQueue((known) => withoutJudged(known, interviewId))
    leave('vote')
  }, [interviewId, leave])
  const skip = useCallback(() => {
    if (following === null) return
    sendSkip(interviewId).catch((error: Error) => skipFailure.set(error.message))
    leave('skip')
  }, [interviewId, following, leave])
  const back = useCallback(() => {
    const last = trail.goBack()
    if (!last) return
    if (last.by === 'skip') sendUnskip(last.id).catch((error: Error) => skipFailure.set(error.message))
    router.push(startOf(last.id, QUEUE_SEARCH, null), { scroll: isScrolled() })
  }, [router])

  const commands = useMemo((): Command[] => {
    const skipping = { id: 'queue skip', label: 'Skip to the end of the queue', key: '.', run: skip }
    const going = { id: 'queue back', label: 'Back to the candidate before', key: 'u', run: back }
    return following === null ? [going] : [skipping, going]
  }, [skip, back, following])
  useCommands('queue', commands)
  useKeys((event) => {
    if (isTyping(event) || shortcutsOff.get()) return
    void commands.find(({ key }) => key === shortcutOf(event))?.run()
  })

  const context = useMemo(() => {
    const { previous, next, position } = queue ? aroundInQueue(queue.items, interviewId) : NOWHERE
    const neighbours = position === null ? null : { previous, next, position, total: queue?.total ?? 0 }
    return { skip: following === null ? null : skip, neighbours }
  }, [queue, interviewId, skip, following])
  return (
    <AfterVoteContext value={afterVote}>
      <QueueContext value={context}>{children}</QueueContext>
      <LeftNotice onBack={back} />
    </AfterVoteContext>
  )
}
