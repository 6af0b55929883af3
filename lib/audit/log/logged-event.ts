import type { InterviewRow } from '../../interviews/interview'
import type { Author } from '../../members/member'
import type { AuditCode } from '../event'
import type { Head } from '../head'

/** What an event is about, as far as it still exists: of one that is gone the id alone. */
export type AboutWhat =
  | { kind: 'interview'; id: string; candidate: InterviewRow['candidate'] | null }
  | { kind: 'flow'; id: string; title: string | null }
  | { kind: 'member'; id: string; member: Author | null }
  | { kind: 'invitation'; id: string; email: string | null }

/** Who did it; null for a member who is gone. */
export type By = { kind: 'member'; id: string; member: Author | null } | { kind: 'operator' } | { kind: 'system' }

/** An event as an admin reads it; instants are ISO 8601. */
export type LoggedEvent = {
  seq: number
  at: string
  code: AuditCode
  by: By
  about: AboutWhat | null
  /** The member whom its payload names, as in who was assigned. */
  whom: Author | null
  payload: Record<string, unknown>
  /** Null where nobody asked over the network, and where the address was forgotten. */
  address: string | null
  sessionId: string | null
}

/** The newest come first. */
export type LogPage = { items: LoggedEvent[]; nextCursor: string | null }

/** How far the log is sealed. `at`: when its last event was; `unsealedSince`: when the oldest was told that is not; `now` is the server's. */
export type LogHead = Head & { at: string | null; unsealedSince: string | null; now: string; kept: KeptOutside }

/** Whether the head is kept where nobody can change it who can change the database. */
type KeptOutside = {
  /** Where it is to be kept; null: nowhere but in the server's log. */
  place: 'file' | 'url' | null
  /**
   * The last one that was, as this server has done or read it; `database` where nothing but that says so, which whoever writes there
   * could. `at`: when it was kept, of a file when its last event was told; null where the file has a head of another log.
   */
  last: { size: number; at: string | null; saidBy: 'server' | 'database' } | null
  /** Why the last attempt failed, as a sentence; null where it did not. */
  failure: string | null
}

/** What proves that an event is in the tree of `size` leaves (RFC 6962, 2.1.1); hashes in hexadecimal. */
export type InclusionProof = {
  seq: number
  index: number
  size: number
  /** What the leaf is the hash of, after a byte 0. */
  event: string
  leaf: string
  path: string[]
}
