import type { ReactNode } from 'react'
import type { NamedFlow } from '@/lib/flows/flow'
import type { Member, WayIn } from '@/lib/members/member'
import type { PasskeyRequirement } from '@/lib/passkey-requirement'
import type { Team } from '@/lib/teams/team'
import { howMany } from '../how-many'
import { TroubleLine } from '../trouble/trouble-line'
import { AddPeople } from './add-people'
import { MemberDirectory } from './member-directory'
import { PasskeyRule } from './passkey-rule'
import { PAGE_HEADER } from '../ui/page-header'

type Props = {
  members: Member[]
  teams: Team[]
  flows: NamedFlow[]
  myId: string
  dataDir: string | null
  now: number
  passkeysRequiredOf: PasskeyRequirement
  /** By what members come in here. */
  serving: WayIn[]
  /** By which others are invited. */
  invite: ReactNode
  /** Who was and has not joined yet. */
  invited: ReactNode
}

/** Who can sign in here and what they see, and how somebody else comes to. */
export function TeamScreen({ members, teams, flows, myId, dataDir, now, serving, ...rest }: Props) {
  const { passkeysRequiredOf, invite, invited } = rest
  const enabled = members.filter(({ disabledAt }) => disabledAt === null).length
  return (
    <div className="lg:h-full lg:overflow-y-auto">
      <header className={`justify-between border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">
          Team <span className="ml-1 text-sm font-normal text-muted numeric">{howMany(enabled, 'member')}</span>
        </h1>
        {invite}
      </header>
      <TroubleLine />
      <div className="max-w-5xl px-4 pb-8 lg:px-6">
        <MemberDirectory {...{ members, teams, flows, myId, now }} />
        {invited}
        <PasskeyRule initial={passkeysRequiredOf} canBe={serving.includes('passkey')} />
        <AddPeople {...{ members, myId, teams, dataDir }} />
      </div>
    </div>
  )
}
