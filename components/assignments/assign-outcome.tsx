import type { Assigned } from '@/lib/assignments/assignment'
import { Button } from '../ui/button'

type Props = { assigned: Assigned; unfilledBecause: string; onUndo: (assignmentIds: string[]) => void }

/** What was assigned, and the way back. */
export function AssignOutcome({ assigned: { assignmentIds, unfilled, left }, unfilledBecause, onUndo }: Props) {
  const { length } = assignmentIds
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {length === 0 ? 'Nothing was missing, so nobody was assigned.' : `${numeral(length)} assigned.`}
        {left > 0 &&
          ` ${numeral(left)} ${left === 1 ? 'interview is' : 'interviews are'} left: assign again for ${left === 1 ? 'it' : 'them'}.`}
        {unfilled > 0 && ` ${numeral(unfilled)} could not be: ${unfilledBecause}.`}
      </span>
      {length > 0 && (
        <Button look="quiet" size="small" className="-ml-2 text-xs text-accent" onClick={() => onUndo(assignmentIds)}>
          Undo
        </Button>
      )}
    </span>
  )
}

function numeral(count: number): string {
  return count.toLocaleString('en')
}
