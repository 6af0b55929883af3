import type { Metadata } from 'next'
import { DrawnFor } from '@/components/drawn-for'
import { InvitationList } from '@/components/invitations/invitation-list'
import { InvitePeople } from '@/components/invitations/invite-people'
import { placeNames } from '@/components/invitations/place-names'
import { TeamScreen } from '@/components/team/team-screen'
import { SettingsFrame } from '@/components/shell/settings-frame'
import { pageMay } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { listTeamsAndFlows } from '@/lib/flows/queries'
import { listInvitations } from '@/lib/invitations/queries'
import { listMembers } from '@/lib/members/queries'
import { servingWays } from '@/lib/members/ways-in/serving-ways'
import { findPasskeyRequirement } from '@/lib/passkeys/queries'

export const metadata: Metadata = { title: 'Team' }

export default async function TeamPage() {
  const admin = await pageMay('member.manage')
  const [members, { teams, flows }, invitations, passkeysRequiredOf] = await Promise.all([
    listMembers(admin),
    listTeamsAndFlows(admin),
    listInvitations(admin),
    findPasskeyRequirement(admin),
  ])
  const now = Date.now()
  const sendsMail = env().SMTP_URL !== undefined
  return (
    <DrawnFor memberId={admin.memberId}>
      <SettingsFrame role={admin.role}>
        <TeamScreen
          {...{ members, teams, flows, passkeysRequiredOf }}
          myId={admin.memberId}
          serving={servingWays()}
          dataDir={env().DATA_DIR ?? null}
          now={now}
          invite={
            <InvitePeople
              {...{ teams, flows, sendsMail }}
              roles={['reviewer', 'recruiter', 'admin']}
              usualScope="all"
              mayGiveEverything
            />
          }
          invited={
            <InvitationList initial={invitations} places={placeNames(teams, flows)} sendsMail={sendsMail} now={now} />
          }
        />
      </SettingsFrame>
    </DrawnFor>
  )
}
