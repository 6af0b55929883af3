'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Queue, ReviewNews } from '@/lib/queue/queue'
import { QUEUE_SEARCH } from '../candidates/place/walk-home'
import { startOf } from '../candidates/place/walk-state'
import { fetchJson } from '../fetch-json'
import { useInBrowser } from '../in-browser'
import { useShortcutsOff } from '../shortcuts-setting'
import { useFlushing } from '../outbox/use-flushing'
import { readRate } from '../player/kept-rate'
import { TroubleLine } from '../trouble/trouble-line'
import { Button } from '../ui/button'
import { DockEnd } from '../ui/dock-end'
import { NoticePlace } from '../ui/notice-place'
import { PAGE_HEADER } from '../ui/page-header'
import { EmptyQueue } from './empty-queue'
import { estimateWords } from './estimate-words'
import { goOnOf } from './go-on'
import { LeftNotice } from './left-notice'
import { shownInQueue } from './queue-changes'
import { QueueList } from './queue-list'
import { StaleQueue } from './stale-queue'
import { UnassignedFlows } from './unassigned-flows'
import { useLeft } from './use-left'
import { useQueue } from './use-queue'
import { useSaidOfLeft } from './use-said-of-left'
import { useQueueKeys } from './use-queue-keys'
import { useWayBack } from './use-way-back'

type Props = {
  drawn: Queue
  news: ReviewNews
  mayAssign: boolean
  isGivenNothing: boolean
  now: number
  children: ReactNode
}

/** What waits for this member, and beside it what happened: where everybody begins. */
export function ReviewScreen({ drawn, news, mayAssign, isGivenNothing, now, children }: Props) {
  const router = useRouter()
  const left = useLeft(null)
  const judged = left?.vote ? left.id : null
  const { queue = drawn, error, refresh } = useQueue({ queue: drawn, judged })
  const said = useSaidOfLeft(left)
  const back = useWayBack(null)
  const list = useRef<HTMLDivElement>(null)
  const off = useShortcutsOff()
  const goOn = goOnOf(queue)
  const start = () => goOn && router.push(startOf(goOn.interviewId, QUEUE_SEARCH, null))
  useQueueKeys({ list, start, back })
  useFlushing(shownInQueue)
  useEffect(() => {
    // Only for what is new the next time.
    fetchJson('/api/review/here', { method: 'POST' }).catch(() => {})
  }, [])

  const rate = useInBrowser(readRate, 1)
  const estimate = estimateWords(queue, rate)
  return (
    <div className="lg:flex lg:h-full lg:flex-col lg:overflow-y-auto">
      <header className={`border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Review</h1>
        {goOn && (
          <>
            <p className="ml-auto text-muted numeric">
              Waiting {queue.total}
              {estimate && ` · ${estimate}`}
              {queue.sitting.judged > 0 && ` · ${queue.sitting.judged} done in this sitting`}
            </p>
            <Button
              look="primary"
              className="max-lg:hidden"
              title={off ? undefined : `${goOn.label} (Enter or S)`}
              onClick={start}
            >
              {goOn.label}
              {!off && (
                <kbd aria-hidden="true" className="font-sans opacity-70">
                  ↵
                </kbd>
              )}
            </Button>
          </>
        )}
      </header>
      <TroubleLine />
      <div className="grid gap-x-12 gap-y-8 px-4 pt-4 pb-28 lg:shrink-0 lg:grow lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)] lg:px-6 lg:py-0">
        <div ref={list} className="group/queue min-w-0 lg:pt-4 lg:pb-8">
          {error && <StaleQueue onAgain={() => void refresh()} />}
          {queue.total === 0 ? (
            <EmptyQueue news={news} isGivenNothing={isGivenNothing} />
          ) : (
            <QueueList queue={queue} goOn={goOn} mayAssign={mayAssign} now={now} />
          )}
          {mayAssign && <UnassignedFlows flows={news.unassigned} isFirst={queue.total === 0} />}
        </div>
        <div className="min-w-0 space-y-8 lg:border-l lg:border-line lg:pt-4 lg:pb-8 lg:pl-8">{children}</div>
      </div>
      {(said || goOn) && (
        <div
          data-docked=""
          className="fixed inset-x-0 bottom-14 z-10 border-t border-line bg-canvas lg:hidden low:hidden"
        >
          <NoticePlace at="foot" />
          {goOn && (
            <div className="p-2">
              <Button look="primary" className="h-12 w-full text-base pointer-coarse:h-12" onClick={start}>
                {goOn.label}
              </Button>
            </div>
          )}
          <DockEnd />
        </div>
      )}
      {said && <LeftNotice {...said} onBack={back} />}
    </div>
  )
}
