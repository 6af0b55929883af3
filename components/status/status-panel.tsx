import { Check } from '../ui/icons'
import { useRef, useState } from 'react'
import { STATUSES, statusWord, type Status } from '@/lib/interviews/status'
import { shortcutOf } from '../key-pressed'
import { useKeys } from '../use-keys'
import { DeclineForm } from './decline-form'
import { StatusVersions } from './status-versions'
import { STATUS_ACTS, STATUS_KEYS } from './status-words'

/** Whose status is chosen; `called` is who they are in a sentence, `isClosed` that nobody votes on them. */
export type StatusTarget = { id: string; called: string; version: string | null; status: Status; isClosed: boolean }

type Props = {
  targets: StatusTarget[]
  /** Where all of them are of one. */
  flowId: string | null
  maySet: boolean
  onChoose: (status: Status, reason: string | null) => void
  onClose: () => void
}

/** The statuses, each with the key that chooses it; who declines says why before it is done. Of one interview also who set which, and why. */
export function StatusPanel({ targets, flowId, maySet, onChoose, onClose }: Props) {
  const [isDeclining, setDeclining] = useState(false)
  const [first] = targets
  const current = targets.every(({ status }) => status === first?.status) ? first?.status : undefined
  const choose = (status: Status) => (status === 'declined' ? setDeclining(true) : onChoose(status, null))
  const group = useRef<HTMLDivElement>(null)
  useKeys(
    (event) => {
      const pressed = shortcutOf(event)
      const status = STATUSES.find((one) => STATUS_KEYS[one] === pressed)
      if (!group.current) return
      if (status) choose(status)
      else if (pressed === 'ArrowDown' || pressed === 'ArrowUp') moveFocus(group.current, pressed)
      else return
      event.preventDefault()
    },
    ['ArrowDown', 'ArrowUp'],
  )
  if (isDeclining)
    return (
      <DeclineForm
        act={`${STATUS_ACTS.declined} ${targets.length === 1 ? first?.called : targets.length}`}
        draftOf={targets
          .map(({ id }) => id)
          .toSorted()
          .join(' ')}
        flowId={flowId}
        onDecline={(reason) => onChoose('declined', reason)}
        onCancel={onClose}
      />
    )
  return (
    <div className="w-56 max-w-full">
      {maySet && (
        <div role="group" aria-label="Status" ref={group} className="-m-2">
          {STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              aria-pressed={status === current}
              aria-keyshortcuts={STATUS_KEYS[status]}
              onClick={() => choose(status)}
              className="flex min-h-8 w-full items-center gap-2 rounded px-2 text-left text-sm -outline-offset-2 hover:bg-hover focus-visible:bg-hover max-lg:min-h-11"
            >
              <span className="w-4 text-accent">{status === current && <Check size={14} />}</span>
              {statusWord(status)}
              {status === 'declined' && '…'}
              <kbd className="ml-auto font-sans text-2xs text-faint uppercase pointer-coarse:hidden">
                {STATUS_KEYS[status]}
              </kbd>
            </button>
          ))}
        </div>
      )}
      {targets.length === 1 && first && (
        <StatusVersions interviewId={first.id} isClosed={first.isClosed} isBelow={maySet} />
      )}
    </div>
  )
}

function moveFocus(group: Element, key: 'ArrowDown' | 'ArrowUp') {
  const buttons = [...group.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + (key === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length]?.focus()
}
