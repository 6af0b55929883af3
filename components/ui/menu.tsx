import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

/** For a menu's item, of whichever kind. */
export const MENU_ITEM =
  'flex min-h-8 cursor-default max-lg:min-h-10 items-center gap-2 rounded px-2 text-sm outline-none data-highlighted:bg-hover'

type Props = {
  trigger: ReactNode
  align?: 'start' | 'end'
  /** Before the focus goes back to the trigger; it goes elsewhere where this prevents it. */
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

/** `trigger` is a DropdownMenu.Trigger, the children its groups and items. */
export function Menu({ trigger, align = 'start', onCloseAutoFocus, children }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      {trigger}
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          onCloseAutoFocus={onCloseAutoFocus}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-80 max-w-80 min-w-28 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Keeps its place whether or not the item is chosen. */
export function MenuMark({ children }: { children: ReactNode }) {
  return (
    <span className="w-4 text-accent">
      <DropdownMenu.ItemIndicator>{children}</DropdownMenu.ItemIndicator>
    </span>
  )
}
