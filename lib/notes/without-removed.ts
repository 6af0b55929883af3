import 'server-only'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Viewer } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { formerNames, members } from '../db/schema/members'
import { NAME_OF_REMOVED } from '../members/member'
import { withoutMentionOf } from './mentioned'

/**
 * The words of a note without whoever is removed at this very moment. All whom they name are held until it is stored: a removal that
 * comes later finds it there, and one that came before is seen here. They are locked as `lockMember` does, the admins first.
 */
export async function withoutRemoved(tx: Transaction, { memberId }: Viewer, body: string): Promise<string> {
  if (!body.includes('@')) return body
  const named = await listNamed(tx, body)
  if (named.length === 0) return body
  const { id, role, disabledAt, removedAt } = members
  const held = await tx
    .select({ id, removedAt })
    .from(members)
    .where(inArray(id, [memberId, ...named.map((member) => member.id)]))
    .orderBy(sql`(${role} = 'admin' AND ${disabledAt} IS NULL) DESC`, id)
    .for('key share')
  const gone = new Set(held.flatMap((member) => (member.removedAt === null ? [] : [member.id])))
  const others = named.filter((member) => !gone.has(member.id))
  return named
    .filter((member) => gone.has(member.id))
    .reduce((rest, { email, name, former }) => {
      const called = { email, names: name === null ? former : [name, ...former] }
      return withoutMentionOf(rest, called, { instead: NAME_OF_REMOVED, others, isNamed: false })
    }, body)
}

const names = z.array(z.string())

/** Whose name, of now or before, or whose address stands there, whether or not they can be mentioned. */
function listNamed(tx: Transaction, body: string) {
  const { id, email, name } = members
  const text = body.normalize()
  const stands = (called: unknown) =>
    sql`(strpos(${text.toLowerCase()}, lower(${called})) > 0 OR strpos(${text}, ${called}) > 0)`
  const ofThem = sql`FROM ${formerNames} AS former WHERE former.member_id = ${members}.id`
  return tx
    .select({
      ...{ id, email, name },
      former: sql`(SELECT coalesce(jsonb_agg(former.name), '[]') ${ofThem})`.mapWith((stored: unknown) =>
        names.parse(stored),
      ),
    })
    .from(members)
    .where(
      and(
        isNull(members.removedAt),
        sql`(${stands(email)} OR ${stands(sql`'@' || split_part(${email}, '@', 1)`)} OR ${stands(sql`'@' || ${name}`)}
          OR EXISTS (SELECT ${ofThem} AND ${stands(sql`'@' || former.name`)}))`,
      ),
    )
}
