import { Popover as Radix } from 'radix-ui'
import { leaveToInputMethod } from '../leave-to-input-method'
import { takeFocus } from '../take-focus'
import type { PopoverProps } from './popover-props'

export function LoadedPopover({ anchor, label, open, onOpenChange, children }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={takeFocus}
          onEscapeKeyDown={leaveToInputMethod}
          onInteractOutside={(event) => {
            // Pressing the button closes it by itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const button = anchor.current?.closest('button') ?? anchor.current?.querySelector('button')
            button?.focus()
          }}
          className="z-40 max-w-[calc(100vw-1rem)] rounded-md bg-raised p-3 shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
