import { z } from 'zod'
import { ROLES, type Role } from '../auth/permissions'
import type { Author } from '../members/member'
import { foreignId } from '../text/foreign-id'

/** As many as somebody pastes at once. */
export const MOST_INVITED = 100
const MOST_IDS = 1_000
/** Longer than any address: what is longer is refused as none. */
const LONGEST_LINE = 1_000

const ids = z.array(foreignId).max(MOST_IDS)

/** What an invited member will see. */
export const invitedScope = z.union([
  z.literal('all'),
  z.strictObject({ teams: ids.default([]), flows: ids.default([]), interviews: ids.default([]) }),
])
export type InvitedScope = z.infer<typeof invitedScope>

/** As somebody pasted it. */
export const inviting = z.strictObject({
  emails: z.array(z.string().max(LONGEST_LINE)).min(1).max(MOST_INVITED),
  role: z.enum(ROLES),
  scope: invitedScope,
})
export type Inviting = z.infer<typeof inviting>

/** As whoever holds the link typed it. */
export const acceptance = z.strictObject({ token: z.string().max(100), name: z.string(), password: z.string() })
export type Acceptance = z.infer<typeof acceptance>

export const REFUSALS = ['already a member', 'already invited', 'not an address'] as const
/** Why nobody was invited by a line. */
export type RefusedLine = { email: string; reason: (typeof REFUSALS)[number] }

/** An invitation whose link is known, as it is only when it is made; `sent` where it is mailed too. Instants are ISO 8601. */
export type InvitationLink = { id: string; email: string; link: string; expiresAt: string; sent: boolean }
export type Invited = { invitations: InvitationLink[]; refused: RefusedLine[] }

/** What became of its mail; `none` where no mail server is set up, `delayed` where it could not be reached yet. */
export type InvitationMail =
  | { is: 'none' | 'waiting' }
  | { is: 'sent'; at: string }
  | { is: 'refused' | 'delayed' | 'given_up'; at: string; host: string }

/** One that nobody has used or withdrawn; instants are ISO 8601. */
export type Invitation = {
  id: string
  email: string
  role: Role
  scope: InvitedScope
  /** Null for one that was made in a shell. */
  by: Author | null
  createdAt: string
  expiresAt: string
  isExpired: boolean
  mail: InvitationMail
}

/** What its link shows to whoever opens it. */
export type OpenInvitation = { email: string; role: Role; by: string | null }
