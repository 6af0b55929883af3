import type { Assigned } from '@/lib/assignments/assignment'

export type Settled = ({ is: 'assigned' } & Assigned) | { is: 'failed'; sentence: string }

type Props = { settled: Settled; unfilledBecause: string; onUndo: (assignmentIds: string[]) => void }

export function AssignOutcome({ settled, unfilledBecause, onUndo }: Props) {
  if (settled.is === 'failed') return <span className="text-bad">{settled.sentence}</span>
  const { assignmentIds, unfilled, left } = settled
  const { length } = assignmentIds
  return (
    <>
      {length === 0 ? 'Nothing was missing, so nobody was assigned.' : `${length} assigned.`}
      {left > 0 &&
        ` ${left} ${left === 1 ? 'interview is' : 'interviews are'} left: assign again for ${left === 1 ? 'it' : 'them'}.`}
      {unfilled > 0 && ` ${unfilled} could not be: ${unfilledBecause}.`}
      {length > 0 && (
        <button type="button" className="ml-2 underline" onClick={() => onUndo(assignmentIds)}>
          Undo
        </button>
      )}
    </>
  )
}
