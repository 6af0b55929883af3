'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'

type Props = { flow: { id: string; title: string | null }; className: string }

const load = () => import('./assign-flow-dialog').then(({ AssignFlowDialog }) => AssignFlowDialog)

/** Hands a flow's interviews out. */
export function AssignButton({ flow, className }: Props) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [AssignFlowDialog, ask] = useFocusTaker(load, isOpen, () => setOpen(false))
  const close = () => {
    setOpen(false)
    // What nobody has assigned yet comes with the page.
    router.refresh()
  }
  return (
    <>
      <Button
        look="quiet"
        size="small"
        className={className}
        aria-haspopup="dialog"
        onPointerEnter={ask}
        onClick={() => setOpen(true)}
      >
        Assign
      </Button>
      {isOpen && AssignFlowDialog && <AssignFlowDialog flow={flow} onClose={close} />}
    </>
  )
}
