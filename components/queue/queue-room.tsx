'use client'

import { useCallback, useEffect, useMemo, type ReactNode } from 'react'
import { aroundInQueue } from '@/lib/queue/queue'
import { shortcutOf } from '../key-pressed'
import { useFlushing } from '../outbox/use-flushing'
import { useCommands, type Command } from '../palette/offered-commands'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'
import { AfterVoteContext } from './after-vote'
import { LeftNotice } from './left-notice'
import { sendSkip, shownInQueue } from './queue-changes'
import { QueueContext } from './queue-context'
import { skipFailure } from './skip-failure'
import { useLeaving } from './use-leaving'
import { usePreloaded } from './use-preloaded'
import { useQueue } from './use-queue'
import { useSaidOfLeft } from './use-said-of-left'
import { useWayBack } from './use-way-back'

const NOWHERE = { previous: null, next: null, position: null }

type Props = {
  interviewId: string
  name: string
  /** As it was when the page was drawn. */
  drawnNext: string | null
  children: ReactNode
}

/** Around the page of a candidate who was opened from the queue: what is done with this one opens the next, which is loaded before. */
export function QueueRoom({ interviewId, name, drawnNext, children }: Props) {
  const { queue } = useQueue()
  const following = queue ? aroundInQueue(queue.items, interviewId).following : drawnNext
  const next = queue?.items.find((item) => item.interviewId === following)
  useEffect(() => shownInQueue.put(interviewId), [interviewId])
  useFlushing(shownInQueue)
  usePreloaded(next)

  const { left, isMissed, takes, leave, isLeft } = useLeaving({ interviewId, name, following })
  const afterVote = useMemo(() => ({ takes, go: leave }), [takes, leave])
  const skip = useCallback(
    (pressedAt: number) => {
      if (following === null || isLeft() || !takes(pressedAt)) return
      sendSkip(interviewId).catch((error: Error) => skipFailure.set(error.message))
      leave(null)
    },
    [interviewId, following, isLeft, takes, leave],
  )
  const back = useWayBack()
  const said = useSaidOfLeft(left)

  const commands = useMemo((): Command[] => {
    const skipping = {
      id: 'queue skip',
      label: 'Skip to the end of the queue',
      key: '.',
      run: () => skip(performance.now()),
    }
    const going = { id: 'queue back', label: 'Back to the candidate before', key: 'u', run: back }
    return following === null ? [going] : [skipping, going]
  }, [skip, back, following])
  useCommands('queue', commands)
  useKeys((event) => {
    if (isTyping(event) || shortcutsOff.get()) return
    const pressed = shortcutOf(event)
    if (pressed === '.') skip(event.timeStamp)
    else if (pressed === 'u') back()
  })

  const context = useMemo(() => {
    const { previous, next, position } = queue ? aroundInQueue(queue.items, interviewId) : NOWHERE
    const neighbours = position === null ? null : { previous, next, position, total: queue?.total ?? 0 }
    return { skip: following === null ? null : skip, neighbours }
  }, [queue, interviewId, skip, following])
  return (
    <AfterVoteContext value={afterVote}>
      <QueueContext value={context}>{children}</QueueContext>
      {said && <LeftNotice {...said} isMissed={isMissed} onBack={back} />}
    </AfterVoteContext>
  )
}
