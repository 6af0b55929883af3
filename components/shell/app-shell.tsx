import type { ReactNode } from 'react'
import { AnotherMember } from './another-member'
import { OrphanedNote } from '../notes/orphaned-note'
import { UnsentCount } from '../notes/unsent-count'
import { Palette } from '../palette/palette'
import { Polling } from '../polling'
import { SignOutProvider } from '../sign-in/sign-out-context'
import { TabGuard } from './tab-guard'
import { BottomBar } from './bottom-bar'
import type { Role } from '@/lib/auth/permissions'
import { destinationsOf } from './destinations'
import { Rail } from './rail'

type Props = { memberId: string; email: string; role: Role; freshness: ReactNode; children: ReactNode }

export function AppShell({ memberId, email, role, freshness, children }: Props) {
  const places = destinationsOf(role)
  const status = (
    <>
      <UnsentCount />
      {freshness}
    </>
  )
  return (
    <Polling>
      <SignOutProvider memberId={memberId}>
        <div
          data-member-id={memberId}
          data-member-email={email}
          className="min-h-dvh lg:grid lg:h-dvh lg:grid-cols-[208px_minmax(0,1fr)] print:!block print:!h-auto"
        >
          <a
            href="#main"
            className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
          >
            Skip to the content
          </a>
          <Rail email={email} role={role} places={places} status={status} />
          <div className={NOTICES}>
            <OrphanedNote />
            <AnotherMember email={email} />
          </div>
          <main
            id="main"
            tabIndex={-1}
            className="min-w-0 pb-14 outline-none lg:h-dvh lg:overflow-x-hidden lg:overflow-y-auto lg:pb-0 print:!h-auto print:!overflow-visible print:!pb-0 low:has-[[data-player-row]]:pb-0"
          >
            {children}
          </main>
          <BottomBar places={places} status={status} />
          <Palette places={places} />
          <TabGuard memberId={memberId} />
        </div>
      </SignOutProvider>
    </Polling>
  )
}

/** Above the page, or one above the other in a corner of a wide one. */
const NOTICES =
  'lg:fixed lg:right-4 lg:bottom-4 lg:z-30 lg:flex lg:w-80 lg:flex-col lg:gap-2 lg:empty:hidden print:hidden'
