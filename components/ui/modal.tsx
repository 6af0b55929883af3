import { Dialog } from 'radix-ui'
import { useRef, useState, type ReactNode } from 'react'
import { leaveToInputMethod } from './leave-to-input-method'
import { takeFocus } from './take-focus'

type Props = {
  title: string
  titleClass: string
  /** Where it is and how large; what the window has no room for is scrolled to. */
  className: string
  onClose: () => void
  children: ReactNode
}

/** Over the page, until Esc or a press beside it. The focus goes to its field or its title, and back to where it was. */
export function Modal({ title, titleClass, className, onClose, children }: Props) {
  const [opener] = useState(() => document.activeElement)
  const heading = useRef<HTMLHeadingElement>(null)
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
          onOpenAutoFocus={(event) => takeFocus(event, heading.current)}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={leaveToInputMethod}
          className={`fixed left-1/2 z-50 max-h-[calc(100dvh-1rem)] overflow-y-auto rounded-md bg-raised shadow-float ${className}`}
        >
          <Dialog.Title ref={heading} tabIndex={-1} className={`outline-none ${titleClass}`}>
            {title}
          </Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
