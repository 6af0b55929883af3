import { Ellipsis } from '../ui/icons'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import type { MenuChoice } from '../ui/menu/menu-props'
import { AboutName } from './about'
import { eventPieces, labelOf, subjectOf } from './event-words'
import { LogLine } from './log-line'
import type { PlaceNames } from '../team/member-words'
import type { Narrow } from './use-log-filter'

export type LogRowProps = {
  event: LoggedEvent
  names: PlaceNames
  narrow: Narrow
  onCopyProof: (seq: number) => void
  isWithin?: boolean
}

/** One event, and what can be done about it. */
export function LogRow({ event, onCopyProof, ...props }: LogRowProps) {
  const choices = [...followed(event, props.narrow), proof(event, onCopyProof)]
  return (
    <LogLine {...{ event, ...props }} pieces={eventPieces(event)} about={<AboutName about={event.about} />}>
      <Menu
        kind="act"
        align="end"
        className={buttonClass('quiet', 'small')}
        label={`More about event ${event.seq}`}
        choices={choices}
      >
        <Ellipsis size={14} />
      </Menu>
    </LogLine>
  )
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

function proof({ seq }: LoggedEvent, onCopyProof: LogRowProps['onCopyProof']): MenuChoice {
  return { key: 'proof', label: 'Copy its proof', choose: () => onCopyProof(seq) }
}
