'use client'

import type { InterviewRow } from '@/lib/interviews/interview'
import { statusWord } from '@/lib/interviews/status'
import { useShownStatus, useStatuses } from '../../status/status-context'
import { StatusLabel } from '../../status/status-label'
import style from './candidate-row.module.css'

type Props = { row: InterviewRow; called: string }

/** A button where its reader decides; on a narrow screen a word. */
export function StatusCell({ row, called }: Props) {
  const { maySet } = useStatuses()
  const { status, isUnsent } = useShownStatus(row)
  const label = <StatusLabel status={status} ribbonStatus={row.ribbonStatus} isUnsent={isUnsent} />
  if (!maySet) return label
  return (
    <>
      <button
        type="button"
        data-status-of={row.id}
        aria-haspopup="dialog"
        aria-label={`Status of ${called}: ${statusWord(status)}`}
        className={style.decide}
      >
        {label}
      </button>
      {label}
    </>
  )
}
