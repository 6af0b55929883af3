import 'server-only'
import type { Actor } from '../auth/actor'
import type { Executor } from '../db/client'
import { inParts } from '../db/in-parts'
import { auditEvents } from '../db/schema/audit'
import { auditEvent, type AuditEvent } from './event'

/** A change of something else tells it through `change`; this alone is for what changes nothing. */
export async function appendEvents(on: Executor, actor: Actor, told: AuditEvent[]): Promise<void> {
  const by = { actorKind: actor.kind, actorId: actor.kind === 'member' ? actor.memberId : null }
  for (const part of inParts(told)) {
    await on.insert(auditEvents).values(part.map((event) => ({ ...by, ...auditEvent.parse(event) })))
  }
}
