import type { NamedScope, Scope } from '@/lib/auth/member-scope'
import type { Role } from '@/lib/auth/permissions'
import type { Member } from '@/lib/members/member'
import { howMany } from '../how-many'

export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  admin: { name: 'Admin', may: 'sees everything, and this page' },
  recruiter: { name: 'Recruiter', may: 'judges, hands out, decides, exports' },
  reviewer: { name: 'Reviewer', may: 'listens, notes, votes' },
}

type WaysOfMember = Pick<Member, 'signsInWith' | 'passwordServes' | 'providerServes'>

/** How somebody whose passkeys are taken away comes in. */
export function wayBackWords({ signsInWith, passwordServes, providerServes }: WaysOfMember): string {
  const hasAnother = providerServes || (passwordServes && signsInWith.includes('password'))
  if (hasAnother) return 'they come in as they otherwise do, and add a new one.'
  if (passwordServes) return 'they have no other way in, so make them a password link afterwards.'
  return 'they come in by single sign-on, if that lets them in by their email, and add a new one.'
}

/** What teams and flows are called, by their ids. */
export type PlaceNames = Map<string, string>

/** What somebody sees, as short as it can be said: of their teams and flows no more than so many by name. */
export function scopeWords(scope: Scope, names: PlaceNames, most = Infinity): string {
  if (scope === 'all') return 'Everything'
  const places = [...scope.teams, ...scope.flows].map((id) => names.get(id) ?? id)
  const others = places.length > most ? [`${places.length - most} more`] : []
  return [...places.slice(0, most), ...others, ...interviewsWords(scope)].join(', ') || 'Nothing yet'
}

function interviewsWords({ interviews }: NamedScope): string[] {
  if (interviews.length === 0) return []
  return [howMany(interviews.length, 'interview')]
}
