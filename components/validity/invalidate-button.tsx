'use client'

import { Ban } from '../ui/icons'
import { useRef, useState } from 'react'
import { buttonClass } from '../ui/button'
import { Popover } from '../ui/popover/popover'
import { useFocusTaker } from '../ui/use-loaded'

const load = () => import('./invalidate-form').then(({ InvalidateForm }) => InvalidateForm)

/** For an interview that says nothing about its candidate. */
export function InvalidateButton({ interviewId }: { interviewId: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [InvalidateForm] = useFocusTaker(load, open, () => setOpen(false))
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={`print:hidden ${buttonClass('quiet', 'small')}`}
      >
        <Ban size={13} aria-hidden="true" />
        Mark invalid
      </button>
      <Popover
        anchor={button}
        label="Mark this interview as invalid"
        open={open && InvalidateForm !== null}
        onOpenChange={setOpen}
      >
        {InvalidateForm && <InvalidateForm interviewId={interviewId} onDone={() => setOpen(false)} />}
      </Popover>
    </>
  )
}
