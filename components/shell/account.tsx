import type { Role } from '@/lib/auth/permissions'
import { memberLabel, type Author } from '@/lib/members/member'

/** Who is signed in, the address on hover. */
export function Account({ me, role }: { me: Author; role: Role }) {
  return (
    <div className="max-w-full min-w-0">
      <p className="truncate text-xs text-ink" title={me.email}>
        <bdi>{memberLabel(me)}</bdi>
      </p>
      <p className="text-xs text-muted capitalize">{role}</p>
    </div>
  )
}
