import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import { WORKPLACES } from './destinations'
import { MenuButton } from './menu-button'
import { NavLink } from './nav-link'

type Props = { me: Author; role: Role }

/** The sidebar's place on a narrow screen: where one can go, and a menu for all the rest. */
export function BottomBar({ me, role }: Props) {
  return (
    <nav aria-label="Main" className="bottom-bar">
      {WORKPLACES.map((place) => (
        <NavLink key={place.href} place={place} look="bar" />
      ))}
      <MenuButton me={me} role={role} className="min-w-0 flex-1" />
    </nav>
  )
}
