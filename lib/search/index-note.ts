import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db, type Transaction } from '../db/client'
import { excluded } from '../db/excluded'
import { notes } from '../db/schema/notes'
import { noteTexts } from '../db/schema/search'
import { RULES } from './document'
import { foldLine, lexemesOf } from './lexemes'
import { lexemesParameter } from './lexemes-parameter'

const AT_ONCE = 50

/** Makes a note findable by these words instead of those before; belongs in the transaction that writes it. */
export async function indexNote(tx: Transaction, noteId: string, body: string): Promise<void> {
  const lines = body.split('\n').map((line) => foldLine(line))
  const lexemes = lexemesParameter([...lexemesOf('w', lines)])
  const row = { noteId, written: lines.join('\n'), lexemes, rules: RULES }
  await tx
    .insert(noteTexts)
    .values(row)
    .onConflictDoUpdate({ target: noteTexts.noteId, set: excluded(noteTexts, [row], 'noteId') })
}

/** A note that is deleted is found no more. */
export async function unindexNote(tx: Transaction, noteId: string): Promise<void> {
  await tx.delete(noteTexts).where(eq(noteTexts.noteId, noteId))
}

/** Indexes the notes of before, and those of older rules; `onSome` is called now and then and stops the work by throwing. */
export async function indexNotesAnew(onSome: () => Promise<void>): Promise<void> {
  for (let some = await indexSome(); some > 0; some = await indexSome()) await onSome()
}

/** How many it has indexed; they are locked meanwhile, so that what their authors write comes before or after. */
function indexSome(): Promise<number> {
  return db().transaction(async (tx) => {
    const outdated = await tx
      .select({ id: notes.id, body: notes.body })
      .from(notes)
      .leftJoin(noteTexts, eq(noteTexts.noteId, notes.id))
      .where(and(isNull(notes.deletedAt), sql`${noteTexts.rules} IS DISTINCT FROM ${RULES}`))
      .orderBy(asc(notes.id))
      .limit(AT_ONCE)
      .for('no key update', { of: notes })
    for (const { id, body } of outdated) await indexNote(tx, id, body)
    return outdated.length
  })
}
