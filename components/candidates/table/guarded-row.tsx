'use client'

import { catchError } from 'next/error'
import { memo, type ComponentProps } from 'react'
import { attempted } from '../../guarded'
import { candidatePath } from '../identity/candidate-path'
import { CandidateRow } from './candidate-row'

type Props = ComponentProps<typeof CandidateRow>

/** What is in a row costs only itself: where it cannot be drawn, the way to its interview is left. Not drawn anew where others come. */
export const GuardedRow = memo(function GuardedRow(props: Props) {
  return (
    <Boundary {...props}>
      <Attempt {...props} />
    </Boundary>
  )
})

const Attempt = attempted(CandidateRow, NotDrawnRow)
const Boundary = catchError(NotDrawnRow)

function NotDrawnRow({ row, search }: Props) {
  return (
    <tr>
      <td className="candidate">
        <a href={candidatePath(row.id, search)} data-row="">
          This row could not be drawn. Open its interview
        </a>
      </td>
    </tr>
  )
}
