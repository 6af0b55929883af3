import 'server-only'
import { and, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../db/client'
import { members } from '../../db/schema/members'
import { noteMentions, notes } from '../../db/schema/notes'
import { type Called, localPart, withoutMentionOf } from '../../notes/mentioned'
import { indexNote } from '../../search/index-note'
import { type Author, NAME_OF_REMOVED } from '../member'
import { WRITTEN } from './written'

/** In all that members write, wherever what this one is or was called stands for them: in notes also where it was no mention. */
export async function forgetMentions(tx: Transaction, memberId: string, called: Called) {
  const present = and(isNull(members.removedAt), ne(members.id, memberId))
  const others = await tx
    .select({ id: members.id, email: members.email, name: members.name })
    .from(members)
    .where(present)
  await forgetInNotes(tx, memberId, { called, others })
  for (const column of WRITTEN) await forgetIn(tx, column, { called, others })
}

type Forgotten = { called: Called; others: Author[] }

async function forgetInNotes(tx: Transaction, memberId: string, { called, others }: Forgotten) {
  const { id, body, deletedAt } = notes
  const isNamed = sql<boolean>`EXISTS (SELECT FROM ${noteMentions} WHERE ${and(eq(noteMentions.noteId, id), eq(noteMentions.memberId, memberId))})`
  const naming = await tx
    .select({ id, body, isNamed })
    .from(notes)
    .where(and(isNull(deletedAt), or(isNamed, standsIn(body, called))))
    .orderBy(id)
    .for('no key update')
  for (const note of naming) {
    const rest = withoutMentionOf(note.body, called, { instead: NAME_OF_REMOVED, others, isNamed: note.isNamed })
    if (rest === note.body) continue
    await tx.update(notes).set({ body: rest }).where(eq(id, note.id))
    await indexNote(tx, note.id, rest)
  }
}

/** Equal words in one go, so that it need not be known what the rows are known by. */
async function forgetIn(tx: Transaction, column: PgColumn, { called, others }: Forgotten) {
  const rest = (text: string) => withoutMentionOf(text, called, { instead: NAME_OF_REMOVED, others, isNamed: false })
  const stored = await tx.selectDistinct({ words: column }).from(column.table).where(standsIn(column, called))
  for (const { words } of stored as { words: string | string[] }[]) {
    const left = Array.isArray(words) ? words.map((text) => rest(text)) : rest(words)
    if (String(left) === String(words)) continue
    const name = sql.identifier(column.name)
    await tx.execute(sql`UPDATE ${column.table} SET ${name} = ${sql.param(left, column)} WHERE ${eq(column, words)}`)
  }
}

/** Of texts that may have any of it: which do is looked at with the rules of mentions. */
export function standsIn(column: PgColumn, { email, names }: Called): SQL | undefined {
  const ways = [email, ...[localPart(email), ...names].map((called) => `@${called}`)]
  const text = sql`normalize(${column}::text)`
  return or(
    ...ways.map((way) => sql`(strpos(lower(${text}), ${way.toLowerCase()}) > 0 OR strpos(${text}, ${way}) > 0)`),
  )
}
