'use client'

import { ChevronsUpDown, MenuLines } from '../ui/icons'
import { useState, type ReactNode } from 'react'
import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import { useTrouble } from '../trouble/use-trouble'
import { useFocusTaker } from '../ui/use-loaded'
import { useHasUnsent } from '../unsent'
import { useConnectivity } from '../use-connectivity'
import { useUnsentCount } from './use-unsent-count'

type Props = {
  me: Author
  role: Role
  className: string
  /** In the place of its sign. */
  children?: ReactNode
}

const load = () => import('./account-menu').then(({ AccountMenu }) => AccountMenu)

/** Where there is no room for it, what a sidebar says stands in a menu; a dot tells that some of it is not well. */
export function MenuButton({ me, role, className, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [AccountMenu] = useFocusTaker(load, isOpen, () => setOpen(false))
  const { is } = useConnectivity()
  const trouble = useTrouble()
  const unsentCount = useUnsentCount()
  const hasMore = useHasUnsent()
  const needsLook = is !== 'online' || trouble?.tone === 'warning' || unsentCount > 0 || hasMore
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className={`place hover:bg-hover ${className}`}
      >
        {children ? (
          <>
            <span className="sr-only">Menu of</span> {children}
            <ChevronsUpDown size={14} className="absolute top-1/2 right-2 -translate-y-1/2" />
          </>
        ) : (
          <>
            <MenuLines size={16} />
            Menu
          </>
        )}
        {needsLook && (
          <span
            className={`absolute top-1 size-2 rounded-full bg-warn forced-colors:bg-[Highlight] ${children ? 'right-1' : 'left-1/2 ml-2'}`}
          >
            <span className="sr-only">, something needs a look</span>
          </span>
        )}
      </button>
      {isOpen && AccountMenu && <AccountMenu me={me} role={role} onClose={() => setOpen(false)} />}
    </>
  )
}
