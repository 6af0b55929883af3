import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DrawnFor } from '@/components/drawn-for'
import { InvitationsScreen } from '@/components/invitations/invitations-screen'
import { settingsOf } from '@/components/shell/destinations'
import { SettingsFrame } from '@/components/shell/settings-frame'
import { pageMay } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { listTeamsAndFlows } from '@/lib/flows/queries'
import { listInvitations } from '@/lib/invitations/queries'

export const metadata: Metadata = { title: 'Invitations' }

/** For who invites and is no admin, who does so on the team page. */
export default async function InvitationsPage() {
  const viewer = await pageMay('member.invite')
  if (!settingsOf(viewer.role).some(({ href }) => href === '/invitations')) redirect('/settings')
  const [invitations, { teams, flows }] = await Promise.all([listInvitations(viewer), listTeamsAndFlows(viewer)])
  return (
    <DrawnFor memberId={viewer.memberId}>
      <SettingsFrame role={viewer.role}>
        <InvitationsScreen
          {...{ invitations, teams, flows }}
          scope={viewer.scope}
          sendsMail={env().SMTP_URL !== undefined}
          now={Date.now()}
        />
      </SettingsFrame>
    </DrawnFor>
  )
}
