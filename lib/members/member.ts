import type { Role } from '../auth/permissions'

/** A member as whoever wrote something. */
export type Author = { id: string; email: string; name: string | null }

/** What a member is called among colleagues. */
export function memberLabel({ name, email }: Pick<Author, 'name' | 'email'>): string {
  return name ?? email
}

/** Instants are ISO 8601. */
export type Member = {
  id: string
  email: string
  name: string | null
  role: Role
  /** The teams whose interviews they may see; an admin's are always all of them. */
  teams: 'all' | readonly string[]
  disabledAt: string | null
  createdAt: string
  /** Null where they never have. */
  lastSignInAt: string | null
}
