'use client'

import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Neighbours } from '@/lib/interviews/list/list'
import { aroundInQueue, neighboursInSitting, type Queue } from '@/lib/queue/queue'
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
import { trail } from './trail'
import { useLeaving } from './use-leaving'
import { usePreloaded } from './use-preloaded'
import { useQueue } from './use-queue'
import { useSaidOfLeft } from './use-said-of-left'
import { useWayBack } from './use-way-back'

type Props = {
  interviewId: string
  name: string
  /** As it was when the page was drawn. */
  drawnFollowing: string | null
  children: ReactNode
}

/** Around the page of a candidate who was opened from the queue: what is done with this one opens the next, which is loaded before. */
export function QueueRoom({ interviewId, name, drawnFollowing, children }: Props) {
  const { queue } = useQueue()
  const around = useMemo(() => queue && aroundHere(queue, interviewId), [queue, interviewId])
  const following = around ? around.following : drawnFollowing
  const next = queue?.items.find((item) => item.interviewId === following)
  useTellShown(interviewId, around && around.position !== null)
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
  const back = useWayBack(interviewId)
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
    const neighbours = queue && around && neighboursOf(queue, around)
    return { skip: following === null ? null : skip, neighbours: neighbours ?? null }
  }, [queue, around, skip, following])
  return (
    <AfterVoteContext value={afterVote}>
      <QueueContext value={context}>{children}</QueueContext>
      {said && <LeftNotice {...said} isMissed={isMissed} onBack={back} />}
    </AfterVoteContext>
  )
}

/** That this candidate is shown, once it is known whether they wait: whoever is only come back to is no place to go on at. */
function useTellShown(interviewId: string, waits: boolean | undefined) {
  const isTold = useRef(false)
  useEffect(() => {
    if (waits === undefined || (isTold.current && !waits)) return
    isTold.current = true
    shownInQueue.put(interviewId, waits)
  }, [interviewId, waits])
}

type Around = ReturnType<typeof aroundInQueue>

function aroundHere({ items }: Queue, interviewId: string): Around {
  const ids = new Set(items.map((item) => item.interviewId))
  return aroundInQueue(
    items,
    interviewId,
    trail.leadsTo(interviewId, (id) => ids.has(id)),
  )
}

/** Null where nobody knows: what is not listed may wait behind it. */
function neighboursOf(queue: Queue, around: Around): Neighbours | null {
  if (around.position === null && queue.items.length < queue.total) return null
  return neighboursInSitting(queue, around)
}
