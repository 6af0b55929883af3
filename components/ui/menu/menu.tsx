import { useState } from 'react'
import type { MenuProps } from './menu-props'
import { useOpened } from '../use-loaded'

const load = () => import('./loaded-menu').then(({ LoadedMenu }) => LoadedMenu)

/** A button until it is first pressed: most menus of a page are never opened, and a phone feels each of them. */
export function Menu(props: MenuProps) {
  const [isAwaited, setAwaited] = useState(false)
  const [Loaded] = useOpened(load, isAwaited, () => setAwaited(false))
  const { children, className, label, disabled } = props
  if (Loaded) return <Loaded {...props} defaultOpen={isAwaited} />
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
        setAwaited(true)
      }}
      onClick={() => setAwaited(true)}
      // Who has gone on meanwhile is not called back.
      onBlur={() => setAwaited(false)}
    >
      {children}
    </button>
  )
}
