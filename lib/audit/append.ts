import 'server-only'
import type { Actor } from '../auth/actor'
import type { Executor } from '../db/client'
import { inParts } from '../db/in-parts'
import { auditEvents, auditOrigins } from '../db/schema/audit'
import { aboutKind, auditEvent, type AuditEvent } from './event'
import { findOrigin, type Origin } from './origin'
import { ENCODING } from './stored-event'

/** A change of something else tells it through `change`; this alone is for what changes nothing. */
export async function appendEvents(on: Executor, actor: Actor, told: AuditEvent[]): Promise<void> {
  if (told.length === 0) return
  const origin = await findOrigin(whoseAddress(actor, told))
  const by = {
    encoding: ENCODING,
    actorKind: actor.kind,
    actorId: actor.kind === 'member' ? actor.memberId : null,
    sessionId: actor.kind === 'member' ? actor.sessionId : null,
    origin: origin?.pseudonym ?? null,
  }
  for (const part of inParts(told)) {
    await insertingWith(on, origin)
      .insert(auditEvents)
      .values(part.map((event) => ({ ...by, ...auditEvent.parse(event) })))
  }
}

/** As `addressOwner` has it of what is stored. */
function whoseAddress(actor: Actor, [first]: AuditEvent[]): string | null {
  if (actor.kind === 'member') return actor.memberId
  return actor.kind === 'system' && first && aboutKind(first.code) === 'id' ? first.about : null
}

/** In one statement with the events: a change is told by one. */
function insertingWith(on: Executor, origin: Origin | null) {
  if (!origin) return on
  const known = on
    .$with('known')
    .as(on.insert(auditOrigins).values(origin).onConflictDoNothing().returning({ pseudonym: auditOrigins.pseudonym }))
  return on.with(known)
}
