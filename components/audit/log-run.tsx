import { ChevronDown } from '../ui/icons'
import { useState } from 'react'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { howMany } from '../how-many'
import { IconButton } from '../ui/icon-button'
import { eventPieces } from './event-words'
import { LogLine } from './log-line'
import { LogRow, type LogRowProps } from './log-row'

type Props = Omit<LogRowProps, 'event' | 'isWithin'> & {
  events: [LoggedEvent, ...LoggedEvent[]]
  /** More of it may be older than what has been read. */
  mayGoOn: boolean
}

/** What was done to several candidates at one moment, as one line that opens. */
export function LogRun({ events, mayGoOn, onCopyProof, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [newest] = events
  const candidates = `${mayGoOn ? 'at least ' : ''}${howMany(events.length, 'candidate')}`
  return (
    <>
      <LogLine event={newest} pieces={eventPieces(newest)} about={candidates} {...props}>
        <IconButton
          label={`Each of ${howMany(events.length, 'event')}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown size={14} className={isOpen ? 'rotate-180' : ''} />
        </IconButton>
      </LogLine>
      {isOpen && events.map((event) => <LogRow key={event.seq} {...{ event, onCopyProof, ...props }} isWithin />)}
    </>
  )
}
