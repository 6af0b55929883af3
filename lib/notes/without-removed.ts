import 'server-only'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { formerNames, members } from '../db/schema/members'
import { withoutForgotten } from './forgotten-names'

/**
 * What a member writes without whoever was removed since, be it at this very moment. All whom it names are held until it is stored: a
 * removal that comes later finds it there, and one that came before is seen here. Nobody but who removes one waits for this.
 */
export async function withoutRemoved<T extends string | null | undefined>(
  tx: Transaction,
  { memberId }: Viewer,
  text: T,
): Promise<T | string> {
  if (typeof text !== 'string' || !text.includes('@')) return text
  const named = await listNamed(tx, text)
  const ids = named.map((member) => member.id)
  const gone = await holdNamed(tx, ids, memberId)
  const others = named.filter((member) => !gone.has(member.id))
  // In a statement after the wait, which sees what a removal has left.
  return withoutForgotten(tx, text, others)
}

/** The ids of those who are removed by now. */
async function holdNamed(tx: Transaction, ids: string[], authorId: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { id, removedAt } = members
  const held = await tx
    .select({ id, removedAt })
    .from(members)
    .where(inArray(id, [authorId, ...ids]))
    .orderBy(id)
    .for('key share')
  return new Set(held.flatMap((member) => (member.removedAt === null ? [] : [member.id])))
}

/** Whose name, of now or before, or whose address stands there, whether or not they can be mentioned. */
function listNamed(tx: Transaction, body: string) {
  const { id, email, name } = members
  const text = body.normalize()
  const stands = (called: unknown) =>
    sql`(strpos(${text.toLowerCase()}, lower(${called})) > 0 OR strpos(${text}, ${called}) > 0)`
  const ofThem = sql`FROM ${formerNames} AS former WHERE former.member_id = ${members}.id`
  return tx
    .select({ id, email, name })
    .from(members)
    .where(
      and(
        isNull(members.removedAt),
        sql`(${stands(email)} OR ${stands(sql`'@' || split_part(${email}, '@', 1)`)} OR ${stands(sql`'@' || ${name}`)}
          OR EXISTS (SELECT ${ofThem} AND ${stands(sql`'@' || former.name`)}))`,
      ),
    )
}
