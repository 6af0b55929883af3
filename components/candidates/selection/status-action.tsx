import { ChevronDown } from '../../ui/icons'
import { useRef, useState } from 'react'
import type { InterviewRow } from '@/lib/interviews/interview'
import { useShownStatuses } from '../../status/status-context'
import { StatusMenu } from '../../status/status-menu'
import { buttonClass } from '../../ui/button'
import { flowOf } from './flow-of'
import { targetOf } from './target-of'

type Props = { rows: InterviewRow[]; onDone: () => void }

/** Gives all that is ticked one status. */
export function StatusAction({ rows, onDone }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const shown = useShownStatuses()
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={buttonClass('secondary', 'small')}
      >
        Status
        <ChevronDown size={13} />
      </button>
      <StatusMenu
        anchor={button}
        targets={rows.map((row) => targetOf(row, shown(row)))}
        flowId={flowOf(rows)}
        open={open}
        onClose={() => setOpen(false)}
        onChosen={onDone}
      />
    </>
  )
}
