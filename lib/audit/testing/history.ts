import { sql, type SQL } from 'drizzle-orm'
import { db } from '../../db/client'

/** With these numbers, between which some were rolled back; half of a kind that has a number, which all hold. */
export async function givenEvents(numbers: number[]): Promise<void> {
  await giveUpTo(Math.max(...numbers))
  for (const seq of numbers)
    await db().execute(sql`INSERT INTO audit_events (seq, actor_kind, code, about, payload) OVERRIDING SYSTEM VALUE
      VALUES (${seq}, 'system', ${seq % 2 === 0 ? 'note.written' : 'interviews.exported'}, ${`iv_${seq}`}, ${{ noteId: crypto.randomUUID(), parentId: null, count: 5 }})`)
}

export const NEVER_GIVEN = 900_000_000_000

/** With every right on the database, or only that of the app, and at any time. */
export async function forgeEvent(seq = NEVER_GIVEN, at = 'now'): Promise<void> {
  await db().execute(sql`INSERT INTO audit_events (seq, at, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
    VALUES (${seq}, ${at}, 'system', 'sign_in.failed', '{}')`)
}

/** As if the database had given every number up to this one. */
export async function giveUpTo(seq: number): Promise<void> {
  const numbers = sql`pg_get_serial_sequence('audit_events', 'seq')::regclass`
  await db().execute(sql`SELECT setval(${numbers}, greatest(pg_sequence_last_value(${numbers}), ${seq}))`)
}

/** What somebody may write over an event, by what of it is another one then. */
export const ALTERATIONS: Record<string, SQL> = {
  at: sql`at = at + interval '1 microsecond'`,
  'at, before Christ': sql`at = (to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00 BC')::timestamptz`,
  'at, to no day': sql`at = 'infinity'`,
  'who did it': sql`actor_kind = 'member', actor_id = gen_random_uuid()`,
  origin: sql`origin = 'from elsewhere'`,
  session: sql`session_id = gen_random_uuid()`,
  code: sql`code = 'note.edited'`,
  about: sql`about = 'another'`,
  'about, to none': sql`about = NULL`,
  payload: sql`payload = payload || '{"noteId": "another"}'`,
  'payload, by one more': sql`payload = payload || '{"more": null}'`,
  'payload, by a number that is read as none': sql`payload = payload || '{"parentId": 1e400}'`,
  'payload, by a number that is read as the one that stood there': sql`payload = payload || '{"count": 5.00000000000000000001}'`,
}
