import 'server-only'
import type { Actor } from '../auth/actor'
import type { Executor } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { auditEvent, type AuditEvent } from './event'

/** In one statement. A change of something else tells it through `change`; this alone is for what changes nothing. */
export async function appendEvents(on: Executor, actor: Actor, told: AuditEvent[]): Promise<void> {
  if (told.length === 0) return
  const by = { actorKind: actor.kind, actorId: actor.kind === 'member' ? actor.memberId : null }
  await on.insert(auditEvents).values(told.map((event) => ({ ...by, ...auditEvent.parse(event) })))
}
