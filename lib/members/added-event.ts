import type { AuditEvent } from '../audit/event'
import type { NamedScope } from '../auth/member-scope'
import type { Member } from './member'

/** What tells that somebody is a member from now on. */
export function addedEvent(about: string, { role, scope }: Pick<Member, 'role' | 'scope'>): AuditEvent {
  const payload = { role, ...(scope === 'all' ? { teams: scope } : listedScope(scope)) }
  return { code: 'member.added', about, payload }
}

/** As an event holds it. */
export function listedScope({ teams, flows, interviews }: NamedScope) {
  return { teams: [...teams], flows: [...flows], interviews: [...interviews] }
}
