import type { RefObject } from 'react'
import type { Status } from '@/lib/interviews/status'
import { Popover } from '../ui/popover/popover'
import { useFocusTaker } from '../ui/use-loaded'
import { useStatuses } from './status-context'
import type { StatusTarget } from './status-panel'

const load = () => import('./status-panel').then(({ StatusPanel }) => StatusPanel)

type Props = {
  anchor: RefObject<HTMLElement | null>
  targets: StatusTarget[]
  flowId: string | null
  open: boolean
  onClose: () => void
  onChosen?: (() => void) | undefined
}

/** Beside its anchor, the statuses that these interviews can be given. Its script comes when it is first opened. */
export function StatusMenu({ anchor, targets, flowId, open, onClose, onChosen }: Props) {
  const { outbox, maySet } = useStatuses()
  const [StatusPanel] = useFocusTaker(load, open, onClose)
  const choose = (status: Status, reason: string | null) => {
    onClose()
    outbox?.choose(
      targets
        .filter((target) => target.status !== status || reason !== null)
        .map(({ id: interviewId, called, version: replaces, status: before }) => {
          return { interviewId, called, status, reason, replaces, before }
        }),
    )
    onChosen?.()
  }
  const label = targets.length === 1 ? `Status of ${targets[0]?.called}` : `Status of ${targets.length}`
  return (
    <Popover
      anchor={anchor}
      label={label}
      open={open && StatusPanel !== null && targets.length > 0}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {StatusPanel && (
        <StatusPanel targets={targets} flowId={flowId} maySet={maySet} onChoose={choose} onClose={onClose} />
      )}
    </Popover>
  )
}
