import type { GroupRole } from '../../oidc-variables'
import { NO_SCOPE, type Scope } from '../member-scope'
import { ROLES, type Role } from '../permissions'

/** What somebody may by their groups; a null scope leaves open what they see: what an admin says, and everything where none has. */
export type Grant = { role: Role; scope: Scope | null }

/** Of the pairs that match the most allowing role counts, with all that the pairs of that role show; in no group one sees nothing. */
export function grantOf(groups: readonly string[], roles: readonly GroupRole[]): Grant {
  const matching = roles.filter(({ group }) => groups.includes(group))
  const role = ROLES.find((candidate) => matching.some((pair) => pair.role === candidate))
  if (!role) return { role: 'reviewer', scope: NO_SCOPE }
  const shown = matching.filter((pair) => pair.role === role).map(({ teams }) => teams)
  if (shown.includes(null)) return { role, scope: null }
  return { role, scope: { ...NO_SCOPE, teams: [...new Set(shown.flatMap((teams) => teams ?? []))] } }
}
