import type { ReactNode } from 'react'

export type MenuChoice = { key: string; label: ReactNode; detail?: ReactNode; isChosen?: boolean; choose: () => void }

/** By what it was opened before its script was there. */
export type MenuOpening = 'key' | 'pointer'

export type MenuProps = {
  /** What the button that opens it shows. */
  children: ReactNode
  className: string
  /** What the button is called where that is more than what it shows. */
  label?: string
  disabled?: boolean
  align?: 'start' | 'end'
  /** One is chosen, or any number of them while the menu stays open, or each of them does something. */
  kind: 'one' | 'many' | 'act'
  choices: MenuChoice[]
  /** Beside what is chosen, in place of a tick. */
  mark?: ReactNode
  /** What can be done besides, below a line. */
  below?: { label: string; act: () => void }
  /** Before the focus goes back to the button; it goes elsewhere where this prevents it. */
  onCloseAutoFocus?: (event: Event) => void
}
