import type { AuditEvent } from '../lib/audit/event'
import type { Role } from '../lib/auth/permissions'

/** A request that changes something. */
export type Sent = { method: 'PUT' | 'POST'; path: string; body: object }

/**
 * What a sample member decides once: about which interview, which has to be there, by which request, and what the log then tells of
 * it, as a code and what it is about.
 */
export type SampleDecision = { interviewId: string; by: Role; send: Sent; told: [AuditEvent['code'], string] }
