import type { Scope } from '../auth/member-scope'
import type { Role } from '../auth/permissions'
import { DebriefError } from '../errors'
import { isNarrowedAdmin } from '../narrowed-admin'

/** Throws `admin_sees_all` for an admin who would seem to see some of it only. */
export function requireWideAdmin({ role, scope = 'all' }: { role: Role; scope?: Scope | undefined }) {
  if (isNarrowedAdmin(role, scope)) throw new DebriefError('admin_sees_all')
}
