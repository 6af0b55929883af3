'use client'

import { UserPlus } from '../ui/icons'
import { useMemo, useState } from 'react'
import { useCommands } from '../palette/offered-commands'
import { buttonClass } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'

type Props = { interviewId: string }

const load = () => import('./ask-dialog').then(({ AskDialog }) => AskDialog)

/** Asks a colleague to look at this interview. */
export function AskButton({ interviewId }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [AskDialog, ask] = useFocusTaker(load, isOpen, () => setOpen(false))
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
        className={`max-lg:hidden print:hidden ${buttonClass('quiet', 'small')}`}
        onPointerEnter={ask}
        onClick={() => setOpen(true)}
      >
        <UserPlus size={13} aria-hidden="true" />
        Ask a colleague
      </button>
      {isOpen && AskDialog && <AskDialog interviewId={interviewId} onClose={() => setOpen(false)} />}
    </>
  )
}
