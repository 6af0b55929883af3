import type { ReactNode } from 'react'
import { Button } from './button'
import { Modal } from './modal'
import { useSending } from '../use-sending'

type Props = {
  title: string
  /** What goes, and what stays. */
  children: ReactNode
  /** Throws RequestFailed, whose sentence is shown. */
  remove: () => Promise<unknown>
  onClose: () => void
}

/** Before what cannot be undone; it closes once that is done. */
export function ConfirmRemoval({ title, children, remove, onClose }: Props) {
  const { isSending, failure, send } = useSending()
  const confirm = async () => {
    if (await send(remove)) onClose()
  }
  return (
    <Modal
      title={title}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-2 text-muted">{children}</p>
      <p role="status" className="mt-2 min-h-5 text-xs text-bad">
        {failure}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Keep
        </Button>
        <Button className="text-bad" disabled={isSending} onClick={() => void confirm()}>
          Remove
        </Button>
      </div>
    </Modal>
  )
}
