'use client'

import { ChevronLeft, ChevronRight } from '../ui/icons'
import type { Neighbours } from '@/lib/interviews/list/list'
import { wasInList } from '../candidates/place/kept-places'
import { walkHome } from '../candidates/place/walk-home'
import { WalkLink } from '../candidates/place/walk-link'
import { placeAmong } from '../bounded-count'
import { useInBrowser } from '../in-browser'
import { useInQueue } from '../queue/queue-context'
import { usePressStart } from '../ui/use-press-start'
import { STEP_CLASS } from './step-class'

type Props = { neighbours: Neighbours; search: string }

/** To the candidates beside this one; on a phone only for whoever has been in their list, not for who came by a link. */
export function Pager({ neighbours: { previous, next, position, total }, search }: Props) {
  const inQueue = useInQueue()
  const press = usePressStart()
  const isFromList = useInBrowser(() => inQueue !== null || wasInList(search), inQueue !== null)
  return (
    <nav
      aria-label={walkHome(search).pages}
      className={`flex items-center sm:gap-1 lg:col-start-3 lg:row-start-1 print:hidden ${isFromList ? '' : 'max-sm:hidden'}`}
    >
      <Neighbour id={previous} search={search} name="Previous" />
      <span
        title={inQueue === null ? undefined : 'Counts what you have voted on or skipped in this sitting'}
        className="px-1 text-xs whitespace-nowrap text-muted numeric max-sm:sr-only"
      >
        {position === 0 ? 'Not waiting' : placeAmong(position, total)}
      </span>
      <Neighbour id={next} search={search} name="Next" />
      {inQueue?.skip && (
        <button
          type="button"
          title="To the end of the queue (.)"
          className={STEP_CLASS}
          onPointerDown={press.begin}
          onClick={(event) => inQueue.skip?.(press.startOf(event))}
        >
          Skip
        </button>
      )}
    </nav>
  )
}

type NeighbourProps = { id: string | null; search: string; name: 'Previous' | 'Next' }

function Neighbour({ id, search, name }: NeighbourProps) {
  const Arrow = name === 'Previous' ? ChevronLeft : ChevronRight
  const label = `${name} candidate`
  if (id === null) {
    return (
      <span aria-hidden="true" className={`opacity-40 ${STEP_CLASS}`}>
        <Arrow size={14} />
      </span>
    )
  }
  return (
    <WalkLink
      id={id}
      search={search}
      aria-label={label}
      title={`${label} (${name === 'Next' ? ']' : '['})`}
      className={STEP_CLASS}
    >
      <Arrow size={14} />
    </WalkLink>
  )
}
