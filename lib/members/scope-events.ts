import type { AuditEvent } from '../audit/event'
import type { NamedScope, Scope } from '../auth/member-scope'
import type { Member } from './member'

/** What tells that somebody is a member from now on. */
export function addedEvent(about: string, { role, scope }: Pick<Member, 'role' | 'scope'>): AuditEvent {
  const payload = { role, ...(scope === 'all' ? { teams: scope } : listed(scope)) }
  return { code: 'member.added', about, payload }
}

/** What tells what a member sees from now on. */
export function scopeEvent(about: string, scope: Scope): AuditEvent {
  return { code: 'member.scope_changed', about, payload: asTold(scope) }
}

/** What tells what a member would see from now on as no admin and in no group, which they may not see today. */
export function ownScopeEvent(about: string, scope: Scope): AuditEvent {
  return { code: 'member.own_scope_changed', about, payload: asTold(scope) }
}

/** As an event holds it. */
function asTold(scope: Scope) {
  return { scope: scope === 'all' ? scope : listed(scope) }
}

function listed({ teams, flows, interviews }: NamedScope) {
  return { teams: [...teams], flows: [...flows], interviews: [...interviews] }
}
