import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  /** A Popover.Trigger or Popover.Anchor of radix-ui. */
  trigger: ReactNode
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  align?: 'start' | 'end'
  children: ReactNode
}

/** Floats beside its trigger, takes the focus and gives it back. */
export function Popover({ trigger, label, open, onOpenChange, align = 'start', children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger}
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-w-[calc(100vw-1rem)] rounded-md bg-raised p-3 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
