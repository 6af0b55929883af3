import { fieldsOf, isText } from '../unknown-fields'

/** Somebody to be invited, as they were typed; `reason` is why the server did not. */
type InvitedLine = { text: string; reason: string | null }

/** Who is to be invited, and what is being typed. */
export type InvitedOnes = { lines: InvitedLine[]; typed: string }

export const NOBODY: InvitedOnes = { lines: [], typed: '' }

/** Null for what this browser did not keep of them. */
export function readInvited(kept: unknown): InvitedOnes | null {
  const { lines, typed } = fieldsOf(kept)
  if (!Array.isArray(lines) || !isText(typed)) return null
  const read = lines.map((line: unknown) => {
    const { text, reason } = fieldsOf(line)
    return isText(text) ? { text, reason: isText(reason) ? reason : null } : null
  })
  return { lines: read.filter((line) => line !== null), typed }
}
