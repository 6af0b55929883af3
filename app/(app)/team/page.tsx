import type { Metadata } from 'next'
import { DrawnFor } from '@/components/drawn-for'
import { TeamScreen } from '@/components/team/team-screen'
import { SettingsFrame } from '@/components/shell/settings-frame'
import { pageMay } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { listFlows } from '@/lib/flows/queries'
import { listMembers } from '@/lib/members/queries'
import { listTeams } from '@/lib/teams/queries'

export const metadata: Metadata = { title: 'Team' }

export default async function TeamPage() {
  const admin = await pageMay('member.manage')
  const [members, teams, flows] = await Promise.all([listMembers(admin), listTeams(admin), listFlows(admin)])
  return (
    <DrawnFor memberId={admin.memberId}>
      <SettingsFrame role={admin.role}>
        <TeamScreen
          {...{ members, teams, flows }}
          myId={admin.memberId}
          dataDir={env().DATA_DIR ?? null}
          now={Date.now()}
        />
      </SettingsFrame>
    </DrawnFor>
  )
}
