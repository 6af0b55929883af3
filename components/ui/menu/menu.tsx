import { useState } from 'react'
import type { MenuOpening, MenuProps } from './menu-props'
import { useFocusTaker } from '../use-loaded'

const load = () => import('./loaded-menu').then(({ LoadedMenu }) => LoadedMenu)

/** A button until it is first pressed: most menus of a page are never opened, and a phone feels each of them. */
export function Menu(props: MenuProps) {
  const [opening, setOpening] = useState<MenuOpening | null>(null)
  const [Loaded] = useFocusTaker(load, opening !== null, () => setOpening(null))
  const { children, className, label, disabled } = props
  if (Loaded) return <Loaded {...props} opening={opening} />
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded="false"
      disabled={disabled}
      className={className}
      onPointerEnter={() => void load().catch(() => {})}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        setOpening('key')
      }}
      // A key clicks too, and counts none.
      onClick={({ detail }) => setOpening(detail === 0 ? 'key' : 'pointer')}
      // Who has gone on meanwhile is not called back.
      onBlur={() => setOpening(null)}
    >
      {children}
    </button>
  )
}
