/** From most to least allowed. */
export const ROLES = ['admin', 'recruiter', 'reviewer'] as const
export type Role = (typeof ROLES)[number]

/** In every request of a page: the id of the member whom it was drawn for. */
export const MEMBER_HEADER = 'x-debrief-member'

/** Instants are ISO 8601. */
export type Member = {
  id: string
  email: string
  role: Role
  /** The teams whose interviews they may see; an admin's are always all of them. */
  teams: 'all' | readonly string[]
  disabledAt: string | null
  createdAt: string
}
