'use client'

import type { ReactNode } from 'react'
import type { Preferences } from '@/lib/preferences'
import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import type { Freshness } from '@/lib/mirror/freshness'
import { RefusedRating } from '../compare/refused-rating'
import { AwaitedNotice } from '../navigation/awaited-notice'
import { AnotherMember } from './another-member'
import { KeysHelp } from '../keys/keys-help'
import { OrphanedNote } from '../notes/orphaned-note'
import { Palette } from '../palette/palette'
import { Polling } from '../polling'
import { ReaderDatesProvider } from '../reader-dates'
import { SignOutProvider } from '../sign-in/sign-out-context'
import { swrKeys } from '../swr-keys'
import { OrphanedVote } from '../votes/orphaned-vote'
import { UnopenedNotice } from '../ui/unopened-notice'
import { WatchAnswers } from '../watch-answers'
import { TabGuard } from './tab-guard'
import { BottomBar } from './bottom-bar'
import { ACCOUNT, settingsOf, WORKPLACES } from './destinations'
import { Outboxes } from './outboxes'
import { Sidebar } from './sidebar'

type Props = { me: Author; role: Role; freshness: Freshness; preferences: Preferences; children: ReactNode }

/** Around every page of a member. A client component as a whole: each element of what the server alone draws stands in the page's data as well. */
export function AppShell({ me, role, freshness, preferences, children }: Props) {
  const parts = { me, role }
  const { appearance, language, timeZone } = preferences
  return (
    <Outboxes memberId={me.id} role={role}>
      <ReaderDatesProvider dates={{ language, timeZone }}>
        <Polling fallback={{ [swrKeys.freshness]: freshness }}>
          <SignOutProvider memberId={me.id}>
            <div
              data-member-id={me.id}
              data-member-email={me.email}
              data-appearance={appearance}
              data-language={language ?? undefined}
              data-time-zone={timeZone ?? undefined}
              className="min-h-dvh lg:grid lg:h-dvh lg:grid-cols-[72px_minmax(0,1fr)] sidebar:grid-cols-[208px_minmax(0,1fr)] print:!block print:!h-auto"
            >
              <a
                href="#main"
                className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
              >
                Skip to the content
              </a>
              <Sidebar {...parts} />
              <div className={NOTICES}>
                <OrphanedNote />
                <OrphanedVote />
                <RefusedRating />
                <AnotherMember email={me.email} />
                <AwaitedNotice />
                <UnopenedNotice />
              </div>
              <main
                id="main"
                tabIndex={-1}
                className="min-w-0 pb-14 outline-none lg:h-dvh lg:overflow-x-hidden lg:overflow-y-auto lg:pb-0 print:!h-auto print:!overflow-visible print:!pb-0 low:has-[[data-player-row]]:pb-0"
              >
                {children}
              </main>
              <BottomBar {...parts} />
              <Palette places={[...WORKPLACES, ...settingsOf(role), ACCOUNT]} />
              <KeysHelp />
              <WatchAnswers />
              <TabGuard memberId={me.id} />
            </div>
          </SignOutProvider>
        </Polling>
      </ReaderDatesProvider>
    </Outboxes>
  )
}

/** Above the page, or one above the other in a corner of a wide one: where neither the vote nor what was last done stands. */
const NOTICES =
  'lg:fixed lg:bottom-4 lg:left-22 lg:z-30 lg:flex lg:w-64 lg:flex-col lg:gap-2 lg:empty:hidden print:hidden sidebar:left-56 sidebar:w-80'
