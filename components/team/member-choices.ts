import { ROLES } from '@/lib/auth/permissions'
import { memberLabel, type Member } from '@/lib/members/member'
import type { Rights } from '@/lib/members/rights'
import type { MenuChoice } from '../ui/menu/menu-props'
import { ROLE_WORDS } from './member-words'
import type { Members } from './use-members'

export type Acts = { onPasswordLink: () => void; onFollow: () => void; onPasskeys: () => void }

/** Which role to give them; what they see stays what it was, or comes back with the role. */
export function roleChoices(member: Member, { change, attempt }: Members): MenuChoice[] {
  const { role: former } = member
  return ROLES.map((role) => ({
    key: role,
    label: ROLE_WORDS[role].name,
    detail: ROLE_WORDS[role].may,
    isChosen: role === former,
    choose: () => {
      if (role === former) return
      const sentence = `${memberLabel(member)} is signed out, and ${ROLE_WORDS[role].name.toLowerCase()} from now on.`
      void attempt(change(member, { role }, { sentence, undo: { role: former } }))
    },
  }))
}

/** By which they see again what they see now, and what they would once no group says it. */
export function scopeAgain({ scope, scopeWithoutGroups }: Member): Rights {
  return scopeWithoutGroups === null ? { scope } : { scope, scopeWithoutGroups }
}

/** What can be done with a member besides. */
export function actChoices(
  member: Member,
  { change, attempt, endSessions }: Members,
  { onPasswordLink, onPasskeys, onFollow }: Acts,
): MenuChoice[] {
  const label = memberLabel(member)
  const signOut = {
    key: 'sign-out',
    label: 'Sign out everywhere',
    choose: () => void attempt(endSessions(member, `${label} is signed out everywhere.`)),
  }
  const follow = { key: 'follow', label: 'Follow in the audit log', choose: onFollow }
  if (member.disabledAt !== null) {
    const done = { sentence: `${label} can sign in again.`, undo: { disabled: true } }
    const enable = () => void attempt(change(member, { disabled: false }, done))
    return [follow, { key: 'enable', label: 'Enable', choose: enable }]
  }
  const done = { sentence: `${label} is signed out and cannot sign in.`, undo: { disabled: false } }
  return [
    follow,
    ...(member.passwordServes ? [{ key: 'password-link', label: 'Password link…', choose: onPasswordLink }] : []),
    ...(member.signsInWith.includes('passkey')
      ? [{ key: 'passkeys', label: 'Remove their passkeys…', choose: onPasskeys }]
      : []),
    signOut,
    { key: 'disable', label: 'Disable', choose: () => void attempt(change(member, { disabled: true }, done)) },
  ]
}
