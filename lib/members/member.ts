import type { Role } from '../auth/permissions'

/** A member as whoever wrote something. */
export type Author = { id: string; email: string }

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
