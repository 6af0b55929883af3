import type { Metadata } from 'next'
import { AccountScreen } from '@/components/account/account-screen'
import { DrawnFor } from '@/components/drawn-for'
import { LANGUAGES } from '@/lib/preferences'
import { findOwnWays, findPreferences, listSessions } from '@/lib/account/queries'
import { pageMay } from '@/lib/auth/viewer'
import { listPasskeys } from '@/lib/passkeys/queries'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const viewer = await pageMay('account.manage')
  const [sessions, passkeys, preferences, ways] = await Promise.all([
    listSessions(viewer),
    listPasskeys(viewer),
    findPreferences(viewer),
    findOwnWays(viewer),
  ])
  const { memberId, email, name } = viewer
  return (
    <DrawnFor memberId={memberId}>
      <AccountScreen
        me={{ id: memberId, email, name }}
        sessions={sessions}
        passkeys={ways.passkey ? passkeys : null}
        preferences={preferences}
        mayChangePassword={ways.password}
        languages={[...LANGUAGES]}
        timeZones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
        now={Date.now()}
      />
    </DrawnFor>
  )
}
