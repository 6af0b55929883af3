import type { Scope } from '../auth/member-scope'
import type { Role } from '../auth/permissions'
import { DebriefError } from '../errors'

/** Throws `admin_sees_all` for an admin who would seem to see some of it only. */
export function requireWideAdmin({ role, scope = 'all' }: { role: Role; scope?: Scope | undefined }) {
  if (role === 'admin' && scope !== 'all') throw new DebriefError('admin_sees_all')
}
