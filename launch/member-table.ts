import { type Scope, SCOPE_KINDS } from '../lib/auth/member-scope'
import type { Invitation } from '../lib/invitations/invitation'
import type { Member } from '../lib/members/member'
import { waysInWords } from '../lib/members/ways-in-words'

/** Who there is, and who is invited, a line each: name, role, what they see, how they sign in, when they were last here. */
export function memberTable(members: Member[], invitations: Invitation[]): string {
  const rows = [
    ...members.map(({ lastSeenAt, disabledAt, ...member }) => [
      ...[member.email, member.name ?? '', member.role, seesInWords(member.scope), waysInWords(member) || 'no way in'],
      lastSeenAt ? `last here ${minuteOf(lastSeenAt)}` : 'never here',
      disabledAt ? `disabled ${dayOf(disabledAt)}` : '',
    ]),
    ...invitations.map(({ email, role, scope, expiresAt }) => [
      ...[email, '', role, seesInWords(scope)],
      `invited until ${dayOf(expiresAt)}`,
    ]),
  ]
  const longest = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: longest }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n') || 'There is no member yet.'
}

export function seesInWords(scope: Scope): string {
  if (scope === 'all') return 'everything'
  const named = SCOPE_KINDS.flatMap((kind) => scope[kind].map((id) => `${kind.slice(0, -1)} ${id}`))
  return named.join(', ') || 'nothing'
}

function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
