/** From most to least allowed. */
export const ROLES = ['admin', 'recruiter', 'reviewer'] as const
export type Role = (typeof ROLES)[number]

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
