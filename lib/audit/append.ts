import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '../auth/actor'
import type { Executor } from '../db/client'
import { inParts } from '../db/in-parts'
import { auditEvents, auditOrigins } from '../db/schema/audit'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import { aboutKind, auditEvent, type AuditEvent } from './event'
import { findOrigin, type Origin } from './origin'
import { present } from './present'
import { ENCODING } from './stored-event'

/**
 * A change of something else tells it through `change`; this alone is for what changes nothing. Throws `not_signed_in` to a member who
 * was removed meanwhile; of others who were no address is kept.
 */
export async function appendEvents(on: Executor, actor: Actor, told: AuditEvent[]): Promise<void> {
  if (told.length === 0) return
  const owner = whoseAddress(actor, told)
  const origin = await findOrigin(owner)
  for (const part of inParts(told)) {
    const { rowCount } = await on.execute(telling(actor, part, { owner, origin }))
    if (rowCount === 0) throw new DebriefError('not_signed_in')
  }
}

/** As `addressOwner` has it of what is stored. */
function whoseAddress(actor: Actor, [first]: AuditEvent[]): string | null {
  if (actor.kind === 'member') return actor.memberId
  if (actor.kind !== 'system' || !first) return null
  if ('memberId' in first.payload) return first.payload.memberId ?? null
  return aboutKind(first.code) === 'id' ? first.about : null
}

type From = { owner: string | null; origin: Origin | null }

/** In one statement: a change is told by one. */
function telling(actor: Actor, told: AuditEvent[], { owner, origin }: From): SQL {
  const isMember = actor.kind === 'member'
  const isThere = sql`EXISTS (SELECT FROM present)`
  const events = JSON.stringify(told.map((event) => auditEvent.parse(event)))
  return sql`
    WITH present AS (${present(sql`${owner}::uuid`)}), known AS (${knowing(origin, isMember ? isThere : isNotRemoved(owner, isThere))})
    INSERT INTO ${auditEvents} (encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    SELECT ${ENCODING}::smallint, ${actor.kind}::text, ${isMember ? actor.memberId : null}::uuid, ${isMember ? actor.sessionId : null}::uuid,
      ${origin?.pseudonym ?? null}::text, told.code, told.about, told.payload
    FROM jsonb_to_recordset(${events}::jsonb) AS told (code text, about text, payload jsonb)
    WHERE ${isMember ? isThere : sql`true`}`
}

function knowing(origin: Origin | null, isTheirs: SQL): SQL {
  const { pseudonym = null, address = null, salt = null } = origin ?? {}
  return sql`INSERT INTO ${auditOrigins} (pseudonym, address, salt) SELECT ${pseudonym}::text, ${address}::text, ${salt}::text
    WHERE ${origin === null ? sql`false` : isTheirs} ON CONFLICT DO NOTHING`
}

/** Also of whom is no member, or none yet. */
function isNotRemoved(owner: string | null, isThere: SQL): SQL {
  return sql`(${isThere} OR NOT EXISTS (SELECT FROM ${members} WHERE ${members.id} = ${owner}::uuid))`
}
