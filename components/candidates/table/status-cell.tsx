'use client'

import type { InterviewRow } from '@/lib/interviews/interview'
import { statusWord } from '@/lib/interviews/status'
import { useShownStatus, useStatuses } from '../../status/status-context'
import { StatusRemark } from '../../status/status-label'
import style from './candidate-row.module.css'

type Props = { row: InterviewRow; called: string; isWide: boolean }

/** A button where its reader decides; on a narrow screen, and until the page is alive, a word. */
export function StatusCell({ row, called, isWide }: Props) {
  const { maySet } = useStatuses()
  const { status, isUnsent } = useShownStatus(row)
  const said = (
    <>
      {statusWord(status)}
      <StatusRemark status={status} ribbonStatus={row.ribbonStatus} isUnsent={isUnsent} />
    </>
  )
  return (
    <td className="status" data-none={status === 'new' ? '' : undefined}>
      {maySet && isWide ? (
        <button
          type="button"
          data-status-of={row.id}
          aria-haspopup="dialog"
          aria-label={`Status of ${called}: ${statusWord(status)}`}
          className={style.decide}
        >
          {said}
        </button>
      ) : (
        said
      )}
    </td>
  )
}
