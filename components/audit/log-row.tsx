import { Ellipsis } from 'lucide-react'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import type { MenuChoice } from '../ui/menu/menu-props'
import { AboutName, NAME_LINK } from './about'
import { EventTime } from './event-time'
import { eventDetail } from './event-detail'
import { eventPieces, labelOf, namelessSubject, subjectOf } from './event-words'
import type { PlaceNames } from '../team/member-words'
import type { Narrow } from './use-log-filter'

type Props = { event: LoggedEvent; names: PlaceNames; narrow: Narrow; onCopyProof: (seq: number) => void }

/** When, who did what, and from where; on a phone in two lines. */
export function LogRow({ event, names, narrow, onCopyProof }: Props) {
  const detail = eventDetail(event, names)
  const choices = [...followed(event, narrow), proof(event, onCopyProof)]
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line px-4 py-1.5 hover:bg-hover lg:grid-cols-[11rem_minmax(0,1fr)_9rem_auto] lg:px-6 lg:py-0.5">
      <span className="whitespace-nowrap max-lg:hidden">
        <EventTime at={event.at} />
      </span>
      <p className="min-w-0 wrap-anywhere">
        <Subject event={event} narrow={narrow} />{' '}
        {eventPieces(event).map((piece) => (
          <Piece key={piece} piece={piece} event={event} />
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
      <Menu
        kind="act"
        align="end"
        className={`${buttonClass('quiet', 'small')} max-lg:col-start-2 max-lg:row-span-2 max-lg:row-start-1`}
        label={`More about event ${event.seq}`}
        choices={choices}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </Menu>
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

function Piece({ piece, event }: { piece: string; event: LoggedEvent }) {
  if (piece === '{about}') return <AboutName about={event.about} />
  if (piece === '{whom}') return <bdi className="font-medium">{labelOf(event.whom)}</bdi>
  return piece
}

function followed(event: LoggedEvent, narrow: Narrow): MenuChoice[] {
  const { about } = event
  const subject = subjectOf(event)
  const members = [
    ...(subject ? [subject] : []),
    ...(about?.kind === 'member' && about.member ? [{ id: about.id, label: labelOf(about.member) }] : []),
  ]
  return [
    ...(about?.kind === 'interview'
      ? [
          {
            key: 'interview',
            label: `Follow ${about.candidate ? candidateLabel(about.candidate) : about.id}`,
            choose: () => narrow({ interview: about.id }),
          },
        ]
      : []),
    ...members
      .filter(({ id }, at) => members.findIndex((other) => other.id === id) === at)
      .map(({ id, label }) => ({ key: id, label: `Follow ${label}`, choose: () => narrow({ member: id }) })),
  ]
}

function proof({ seq }: LoggedEvent, onCopyProof: Props['onCopyProof']): MenuChoice {
  return { key: 'proof', label: 'Copy its proof', choose: () => onCopyProof(seq) }
}
