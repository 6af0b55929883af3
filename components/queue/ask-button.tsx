'use client'

import { useMemo, useState } from 'react'
import { useCommands } from '../palette/offered-commands'
import { useOpened } from '../ui/use-loaded'

type Props = { interviewId: string; className: string }

const load = () => import('./ask-dialog').then(({ AskDialog }) => AskDialog)

/** Asks a colleague to look at this interview. */
export function AskButton({ interviewId, className }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [AskDialog, ask] = useOpened(load, isOpen, () => setOpen(false))
  const commands = useMemo(
    () => [{ id: 'ask', label: 'Ask a colleague to look at this interview', run: () => setOpen(true) }],
    [],
  )
  useCommands('ask', commands)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={className}
        onPointerEnter={ask}
        onClick={() => setOpen(true)}
      >
        Ask a colleague
      </button>
      {isOpen && AskDialog && <AskDialog interviewId={interviewId} onClose={() => setOpen(false)} />}
    </>
  )
}
