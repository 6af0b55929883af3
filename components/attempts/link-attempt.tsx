'use client'

import { Link2 } from '../ui/icons'
import { useMemo, useState } from 'react'
import { useCommands, type Command } from '../palette/offered-commands'
import { buttonClass } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'

const load = () => import('./link-dialog').then(({ LinkDialog }) => LinkDialog)

type Props = { interviewId: string; flowId: string; name: string; known: string[] }

/** For who may say that another interview of this flow is this candidate's too; `known` are those of which it is said already. */
export function LinkAttempt(props: Props) {
  const [open, setOpen] = useState(false)
  const [LinkDialog] = useFocusTaker(load, open, () => setOpen(false))
  const commands = useMemo<Command[]>(
    () => [{ id: 'link-attempt', label: 'Link another attempt of this candidate', run: () => setOpen(true) }],
    [],
  )
  useCommands('attempts', commands)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={`max-lg:hidden print:hidden ${buttonClass('quiet', 'small')}`}
        onClick={() => setOpen(true)}
      >
        <Link2 size={13} />
        Link an attempt
      </button>
      {LinkDialog && open && <LinkDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
