import type { Assigned } from '@/lib/assignments/assignment'
import { Button } from '../ui/button'

type Props = { assigned: Assigned; unfilledBecause: string; onUndo: (assigned: Assigned) => void }

/** What was assigned, and the way back. */
export function AssignOutcome({ assigned, unfilledBecause, onUndo }: Props) {
  const { unfilled, left } = assigned
  const fresh = assigned.assignmentIds.length
  const redated = assigned.redated.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0)
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {fresh + redated === 0 && 'Nothing was missing, so nobody was assigned.'}
        {fresh > 0 && `${numeral(fresh)} assigned.`}
        {redated > 0 &&
          ` ${numeral(redated)} had been assigned before and ${redated === 1 ? 'is' : 'are'} due on another day now.`}
        {left > 0 &&
          ` ${numeral(left)} ${left === 1 ? 'interview is' : 'interviews are'} left: assign again for ${left === 1 ? 'it' : 'them'}.`}
        {unfilled > 0 && ` ${numeral(unfilled)} could not be: ${unfilledBecause}.`}
      </span>
      {fresh + redated > 0 && (
        <Button look="quiet" size="small" className="-ml-2 text-xs text-accent" onClick={() => onUndo(assigned)}>
          Undo
        </Button>
      )}
    </span>
  )
}

function numeral(count: number): string {
  return count.toLocaleString('en')
}
