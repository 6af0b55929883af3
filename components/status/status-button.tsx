'use client'

import { ChevronDown } from '../ui/icons'
import { useRef, useState } from 'react'
import { isClosedToVotes, type InterviewRow } from '@/lib/interviews/interview'
import { statusWord } from '@/lib/interviews/status'
import { useShownStatus } from './status-context'
import { StatusLabel } from './status-label'
import { StatusMenu } from './status-menu'

type Props = {
  row: Pick<InterviewRow, 'id' | 'state' | 'invalid' | 'status' | 'statusSet' | 'ribbonStatus' | 'flow'>
  called: string
}

/** The status that stands; pressing it tells who set it and why, and lets who may set another. */
export function StatusButton({ row, called }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const { status, version, isUnsent } = useShownStatus(row)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={`Status: ${statusWord(status)}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded px-1.5 py-0.5 text-left hover:bg-hover pointer-coarse:min-h-11"
      >
        <span>
          <StatusLabel status={status} ribbonStatus={row.ribbonStatus} isUnsent={isUnsent} />
        </span>
        <ChevronDown size={13} />
      </button>
      <StatusMenu
        anchor={button}
        targets={[{ id: row.id, called, version, status, isClosed: isClosedToVotes(row) }]}
        flowId={row.flow.id}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
