import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import { UnsentCount } from '../notes/unsent-count'
import { PaletteButton } from '../palette/palette-button'
import { PageLink } from '../ui/page-link'
import { UnsentRatingCount } from '../compare/unsent-rating-count'
import { UnsentStatusCount } from '../status/unsent-status-count'
import { UnsentVoteCount } from '../votes/unsent-vote-count'
import { Account } from './account'
import { settingsPlaces, WORKPLACES } from './destinations'
import { FreshnessLine } from './freshness-line'
import { MenuButton } from './menu-button'
import { NavLink } from './nav-link'
import { Wordmark } from './wordmark'

type Props = { me: Author; role: Role }

/** Beside the page where there is room; a rail of icons with their words, and a menu for the rest, where there is less. */
export function Sidebar({ me, role }: Props) {
  return (
    <header className="sidebar">
      <PageLink href="/review" className="brand" aria-label="Debrief, to what waits for you">
        <Wordmark wordClass="max-sidebar:hidden" />
      </PageLink>
      <PaletteButton />
      <nav aria-label="Main" className="space-y-0.5">
        {[...WORKPLACES, ...settingsPlaces(role)].map((place) => (
          <NavLink key={place.href} place={place} look="sidebar" />
        ))}
      </nav>
      <div className="mt-auto sidebar:hidden">
        <MenuButton me={me} role={role} className="w-full" />
      </div>
      <div className="mt-auto hidden space-y-2 px-2 sidebar:block">
        <UnsentVoteCount />
        <UnsentRatingCount />
        <UnsentStatusCount />
        <UnsentCount />
        <FreshnessLine />
        <div className="-mx-2 border-t border-line pt-2">
          <MenuButton me={me} role={role} className="h-auto w-full items-start py-1 ps-2 pe-7 text-start">
            <Account me={me} role={role} />
          </MenuButton>
        </div>
      </div>
    </header>
  )
}
