import type { Scope } from '@/lib/auth/member-scope'
import type { NamedFlow } from '@/lib/flows/flow'
import type { Invitation } from '@/lib/invitations/invitation'
import type { Team } from '@/lib/teams/team'
import { TroubleLine } from '../trouble/trouble-line'
import { InvitationList } from './invitation-list'
import { InvitePeople } from './invite-people'
import { placeNames } from './place-names'
import { PAGE_HEADER } from '../ui/page-header'

type Props = {
  invitations: Invitation[]
  teams: Team[]
  flows: NamedFlow[]
  /** Of the reader, who gives nobody more: what they see only a part of is not offered. */
  scope: Scope
  sendsMail: boolean
  now: number
}

/** Whom a recruiter has invited, and the way to invite others. */
export function InvitationsScreen({ invitations, teams, flows, scope, sendsMail, now }: Props) {
  return (
    <div className="lg:h-full lg:overflow-y-auto">
      <header className={`justify-between border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Invitations</h1>
        <InvitePeople
          teams={teams.filter(({ id }) => scope === 'all' || scope.teams.includes(id))}
          flows={flows.filter(({ id }) => scope === 'all' || scope.flows.includes(id))}
          sendsMail={sendsMail}
          roles={['reviewer']}
          usualScope={scope}
          mayGiveEverything={scope === 'all'}
        />
      </header>
      <TroubleLine />
      <div className="max-w-5xl px-4 pb-8 lg:px-6">
        <p className="pt-4 text-muted">
          {invitations.length === 0
            ? 'Nobody is invited right now. Invite the people who review: they see what you choose, of what you see yourself.'
            : 'Whom you have invited. Who has joined is not listed any more.'}
        </p>
        <InvitationList initial={invitations} places={placeNames(teams, flows)} sendsMail={sendsMail} now={now} />
      </div>
    </div>
  )
}
