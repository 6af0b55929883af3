import { memberLabel, type Member } from '@/lib/members/member'
import { TimeAgo } from '../time-ago'

type Props = { member: Member; teamNames: Map<string, string>; now: number }

export function MemberRow({ member, teamNames, now }: Props) {
  const { name, email, role, teams, disabledAt, lastSignInAt } = member
  const seen = teams === 'all' ? 'All teams' : teams.map((id) => teamNames.get(id) ?? id).join(', ') || 'No team'
  return (
    <li className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_5.5rem_minmax(0,10rem)_8rem] sm:items-center">
      <div className={`min-w-0 ${disabledAt ? 'text-muted' : ''}`}>
        <p className="truncate font-medium" title={email}>
          <bdi>{memberLabel(member)}</bdi>
        </p>
        {name !== null && <p className="truncate text-xs text-muted">{email}</p>}
      </div>
      <p className="text-muted capitalize max-sm:hidden">{role}</p>
      <p className="truncate text-muted max-sm:hidden" title={seen}>
        <bdi>{seen}</bdi>
      </p>
      <p className="text-muted">
        <span className="sm:hidden">
          <span className="capitalize">{role}</span> · <bdi>{seen}</bdi> ·{' '}
        </span>
        {disabledAt ? 'Disabled' : lastSignInAt ? <LastSignIn at={lastSignInAt} now={now} /> : 'Never signed in'}
      </p>
    </li>
  )
}

function LastSignIn({ at, now }: { at: string; now: number }) {
  return (
    <>
      Last sign-in <TimeAgo at={at} now={now} />
    </>
  )
}
