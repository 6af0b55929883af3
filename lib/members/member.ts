import type { Scope } from '../auth/member-scope'
import type { Role } from '../auth/permissions'
import { hasTypedWords } from '../text/typed-words'

/** A member as whoever wrote something. */
export type Author = { id: string; email: string; name: string | null }

/** What a removed member is called, and what mentions of them become. */
export const NAME_OF_REMOVED = 'Former member'

// Emails are unique and not null; nobody can have one that ends so (RFC 2606).
const AT_NOBODYS = '@removed.invalid'

/** What stands in the place of a removed member's address. */
export function addressOfRemoved(memberId: string): string {
  return `${memberId}${AT_NOBODYS}`
}

/** What a member is called among colleagues. */
export function memberLabel({ name, email }: Pick<Author, 'name' | 'email'>): string {
  return name ?? email
}

/** Whether they are found by what is typed: words of their name or their email. */
export function isFoundBy({ name, email }: Pick<Author, 'name' | 'email'>, typed: string): boolean {
  return hasTypedWords(`${name ?? ''} ${email}`, typed)
}

/** By which a member is told from another of that name; a removed one has no address. */
export function memberTitle({ email }: Pick<Author, 'email'>): string | undefined {
  return email.endsWith(AT_NOBODYS) ? undefined : email
}

/** By what somebody proves who they are. */
export const WAYS_IN = ['password', 'oidc', 'passkey'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** Instants are ISO 8601. */
export type Member = {
  id: string
  email: string
  name: string | null
  role: Role
  /** An admin's is always everything. */
  scope: Scope
  /** What they see once no group says it, while one does. */
  scopeWithoutGroups: Scope | null
  signsInWith: WayIn[]
  /** Whether a password lets them in, or would if they had one. */
  passwordServes: boolean
  /** Whether the company's provider, which has let them in before, lets them in now. */
  providerServes: boolean
  /** Whether they are there to break the glass: a password lets them in where nobody else's does, and groups do not say their role. */
  breaksGlass: boolean
  disabledAt: string | null
  createdAt: string
  /** Null where they never signed in. */
  lastSeenAt: string | null
}
