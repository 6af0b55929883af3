import type { Scope } from '@/lib/auth/member-scope'
import { ROLES, type Role } from '@/lib/auth/permissions'
import { fieldsOf, isText } from '../unknown-fields'
import type { DraftKind } from '../use-form-draft'
import { pastedLines } from './pasted-lines'

/** Somebody to be invited, as they were typed; `reason` is why the server did not. */
type InvitedLine = { text: string; reason: string | null }

/** Who is to be invited, and what is being typed. */
export type InvitedOnes = { lines: InvitedLine[]; typed: string }

/** And as what, to see what: who comes back to the addresses must not invite them to more than was chosen. */
export type InvitationDraft = InvitedOnes & { role: Role; scope: Scope }

export const NOBODY: InvitedOnes = { lines: [], typed: '' }

/** With whom is being typed as well, each once. */
export function withTyped({ lines, typed }: InvitedOnes): InvitedLine[] {
  const known = new Set(lines.map(({ text }) => text))
  const fresh = [...new Set(pastedLines(typed))].filter((text) => !known.has(text))
  return [...lines, ...fresh.map((text) => ({ text, reason: null }))]
}

export const INVITATION: DraftKind<InvitationDraft> = {
  read: readInvitationDraft,
  written: ({ lines, typed }) => [lines, typed],
}

/** Null for what this browser did not keep of one. */
function readInvitationDraft(kept: unknown): InvitationDraft | null {
  const { lines, typed, role: kind, scope: sees } = fieldsOf(kept)
  const role = ROLES.find((one) => one === kind)
  const scope = readScope(sees)
  if (!Array.isArray(lines) || !isText(typed) || !role || !scope) return null
  const read = lines.map((line: unknown) => {
    const { text, reason } = fieldsOf(line)
    return isText(text) ? { text, reason: isText(reason) ? reason : null } : null
  })
  return { lines: read.filter((line) => line !== null), typed, role, scope }
}

function readScope(kept: unknown): Scope | null {
  if (kept === 'all') return kept
  const { teams, flows, interviews } = fieldsOf(kept)
  return isTexts(teams) && isTexts(flows) && isTexts(interviews) ? { teams, flows, interviews } : null
}

function isTexts(kept: unknown): kept is string[] {
  return Array.isArray(kept) && kept.every(isText)
}
