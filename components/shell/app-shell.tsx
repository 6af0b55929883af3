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
              className="shell"
            >
              <a href="#main" className="to-content">
                Skip to the content
              </a>
              <Sidebar {...parts} />
              <div className="notices">
                <OrphanedNote />
                <OrphanedVote />
                <RefusedRating />
                <AnotherMember email={me.email} />
                <AwaitedNotice />
                <UnopenedNotice />
              </div>
              <main id="main" tabIndex={-1} className="content">
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
