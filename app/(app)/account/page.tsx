import type { Metadata } from 'next'
import { AccountScreen } from '@/components/account/account-screen'
import { DrawnFor } from '@/components/drawn-for'
import { LANGUAGES } from '@/lib/account/preferences'
import { findPreferences, hasPassword, listSessions } from '@/lib/account/queries'
import { pageMay } from '@/lib/auth/viewer'
import { listPasskeys } from '@/lib/passkeys/queries'
import { findRelyingParty } from '@/lib/relying-party'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const viewer = await pageMay('account.manage')
  const [sessions, passkeys, preferences, mayChangePassword] = await Promise.all([
    listSessions(viewer),
    findRelyingParty() && listPasskeys(viewer),
    findPreferences(viewer),
    hasPassword(viewer),
  ])
  const { memberId, email, name } = viewer
  return (
    <DrawnFor memberId={memberId}>
      <AccountScreen
        me={{ id: memberId, email, name }}
        sessions={sessions}
        passkeys={passkeys}
        preferences={preferences}
        mayChangePassword={mayChangePassword}
        languages={[...LANGUAGES]}
        timeZones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
        now={Date.now()}
      />
    </DrawnFor>
  )
}
