import type { ReactNode } from 'react'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { NAME_LINK } from './about'
import { EventTime } from './event-time'
import { eventDetail } from './event-detail'
import { labelOf, namelessSubject, subjectOf } from './event-words'
import type { PlaceNames } from '../team/member-words'
import type { Narrow } from './use-log-filter'

type Props = {
  event: LoggedEvent
  pieces: string[]
  /** What stands in the place of `{about}`. */
  about: ReactNode
  names: PlaceNames
  narrow: Narrow
  /** One of several that the line above it stands for. */
  isWithin?: boolean
  /** At the end of the line. */
  children: ReactNode
}

/** When, who did what, and from where; on a phone in two lines. */
export function LogLine({ event, pieces, about, names, narrow, isWithin = false, children }: Props) {
  const detail = eventDetail(event, names)
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line px-4 py-1.5 hover:bg-hover lg:grid-cols-[11rem_minmax(0,1fr)_9rem_auto] lg:px-6 lg:py-0.5 ${isWithin ? 'border-l-2 border-l-edge' : ''}`}
    >
      <span className="whitespace-nowrap max-lg:hidden">
        <EventTime at={event.at} />
      </span>
      <p className="min-w-0 wrap-anywhere">
        <Subject event={event} narrow={narrow} />{' '}
        {pieces.map((piece) => (
          <Piece key={piece} piece={piece} event={event} about={about} />
        ))}
        {detail !== null && (
          <span className="text-muted numeric">
            {' '}
            · <bdi>{detail}</bdi>
          </span>
        )}
      </p>
      <span className="truncate text-muted numeric max-lg:col-start-1 max-lg:row-start-2 max-lg:text-xs">
        <span className="lg:hidden">
          <EventTime at={event.at} />
          {event.address !== null && ' · '}
        </span>
        {event.address}
      </span>
      <span className="max-lg:col-start-2 max-lg:row-span-2 max-lg:row-start-1">{children}</span>
    </li>
  )
}

function Subject({ event, narrow }: Pick<Props, 'event' | 'narrow'>) {
  const subject = subjectOf(event)
  if (!subject) return <span className="text-muted">{namelessSubject(event)}</span>
  return (
    <button
      type="button"
      className={`${NAME_LINK} text-left`}
      title="Follow this member"
      onClick={() => narrow({ member: subject.id })}
    >
      <bdi>{subject.label}</bdi>
    </button>
  )
}

function Piece({ piece, event, about }: Pick<Props, 'event' | 'about'> & { piece: string }) {
  if (piece === '{about}') return about
  if (piece === '{whom}') return <bdi className="font-medium">{labelOf(event.whom)}</bdi>
  return piece
}
