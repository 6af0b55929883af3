import { type Scope, SCOPE_KINDS } from '../lib/auth/member-scope'
import type { Invitation } from '../lib/invitations/invitation'
import { isFoundBy, type Member } from '../lib/members/member'
import { waysInWords } from '../lib/members/ways-in-words'

/**
 * Who there is, and who is invited, a line each: name, role, what they see, how they sign in, when they were last here; of those whom
 * `typed` finds by name or email, where it says something.
 */
export function memberTable(members: Member[], invitations: Invitation[], typed = ''): string {
  const rows = [
    ...members.filter((member) => isFoundBy(member, typed)).map(cellsOfMember),
    ...invitations.filter(({ email }) => isFoundBy({ name: null, email }, typed)).map(cellsOfInvitation),
  ].map((cells) => cells.map(inert))
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
  return lines.join('\n') || (typed === '' ? 'There is no member yet.' : `Nobody is found by ${typed}.`)
}

function cellsOfMember({ lastSeenAt, disabledAt, ...member }: Member): string[] {
  return [
    ...[member.email, member.name ?? '', member.role, seesInWords(member.scope), waysInWords(member) || 'no way in'],
    lastSeenAt ? `last here ${minuteOf(lastSeenAt)}` : 'never here',
    disabledAt ? `disabled ${dayOf(disabledAt)}` : '',
  ]
}

function cellsOfInvitation({ email, role, scope, expiresAt, isExpired }: Invitation): string[] {
  const until = `${isExpired ? 'invitation expired on' : 'invited until'} ${dayOf(expiresAt)}`
  return [email, '', role, seesInWords(scope), until]
}

export function seesInWords(scope: Scope): string {
  if (scope === 'all') return 'everything'
  const named = SCOPE_KINDS.flatMap((kind) => scope[kind].map((id) => `${kind.slice(0, -1)} ${id}`))
  return named.join(', ') || 'nothing'
}

/** Ids are of any characters: none may move a terminal's cursor, or begin a line of its own. */
function inert(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}')
}

function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
