import type { ReactNode, RefObject } from 'react'

export type PopoverProps = {
  /** Beside which it floats, and to which the focus goes back. */
  anchor: RefObject<HTMLElement | null>
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}
