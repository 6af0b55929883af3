import { Dialog } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { leaveToInputMethod } from './leave-to-input-method'

type Props = {
  title: string
  titleClass: string
  /** Where it is and how large. */
  className: string
  onClose: () => void
  children: ReactNode
}

/** Over the page, until Esc or a press beside it; the focus goes back to where it was. */
export function Modal({ title, titleClass, className, onClose, children }: Props) {
  const [opener] = useState(() => document.activeElement)
  // Unless what was chosen has put the focus somewhere.
  const returnFocus = (event: Event) => {
    event.preventDefault()
    if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
  }
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={leaveToInputMethod}
          className={`fixed left-1/2 z-50 rounded-md bg-raised shadow-float ${className}`}
        >
          <Dialog.Title className={titleClass}>{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
