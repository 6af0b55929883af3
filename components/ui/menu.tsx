import { useState, type ReactNode } from 'react'
import { useLoaded } from './use-loaded'

export type MenuChoice = { key: string; label: ReactNode; detail?: string; isChosen?: boolean; choose: () => void }

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

const load = () => import('./loaded-menu').then(({ LoadedMenu }) => LoadedMenu)

/** A button until it is first pressed: most menus of a page are never opened, and a phone feels each of them. */
export function Menu(props: MenuProps) {
  const [Loaded, ask] = useLoaded(load)
  const [isAwaited, setAwaited] = useState(false)
  const { children, className, label, disabled } = props
  if (Loaded) return <Loaded {...props} defaultOpen={isAwaited} />
  const open = () => {
    ask()
    setAwaited(true)
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded="false"
      disabled={disabled}
      className={className}
      onPointerEnter={() => void load().catch(() => {})}
      aria-busy={isAwaited}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        open()
      }}
      onClick={open}
      // Who has gone on meanwhile is not called back.
      onBlur={() => setAwaited(false)}
    >
      {children}
    </button>
  )
}
