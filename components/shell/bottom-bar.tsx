import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import { WORKPLACES } from './destinations'
import { MenuButton } from './menu-button'
import { NavLink } from './nav-link'

type Props = { me: Author; role: Role }

/** The sidebar's place on a narrow screen: where one can go, and a menu for all the rest. */
export function BottomBar({ me, role }: Props) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 flex h-14 items-center border-t border-line bg-rail px-1 lg:hidden print:hidden low:[:root:has([data-player-row])_&]:static low:[:root:has([data-player-row])_&]:mb-10"
    >
      {WORKPLACES.map((place) => (
        <NavLink key={place.href} place={place} look="bar" />
      ))}
      <MenuButton me={me} role={role} className="min-w-0 flex-1" />
    </nav>
  )
}
