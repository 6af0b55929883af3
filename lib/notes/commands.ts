import 'server-only'
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import type { May, Viewer } from '../auth/viewer'
import { db, type Transaction } from '../db/client'
import { isOfNow } from '../db/is-of-now'
import { noteMentions, notes } from '../db/schema/notes'
import { DebriefError } from '../errors'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import { mentionedIn, type Note, type NoteDraft } from './note'
import { listMentionable } from './mentionable'
import { findNote } from './queries'
import { saidQuote } from './said-quote'
import type { InterviewId } from '../interviews/interview-id'

type NoteRef = { interviewId: InterviewId; noteId: string }

/**
 * Writes a note, or its author's newer words for it; the same twice is once. A quote of what the transcript does not say there
 * (any more) is left out, and the note stays at its moment. Throws `interview_not_found`, `note_not_found` (it or the note that
 * it answers is gone, or belongs to another interview) and `note_not_yours`.
 */
export async function writeNote(
  viewer: May<'note.write'>,
  { interviewId, noteId }: NoteRef,
  draft: NoteDraft,
): Promise<Note> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    if (draft.parentId !== null) await requireParent(tx, { interviewId, noteId: draft.parentId })
    const quote = draft.quote && (await saidQuote(tx, interviewId, draft.quote))
    const [written] = await tx
      .insert(notes)
      .values({ id: noteId, interviewId, authorId: viewer.memberId, ...draft, quote })
      .onConflictDoUpdate({
        target: notes.id,
        set: {
          body: draft.body,
          editedAt: sql`CASE WHEN ${notes.body} = excluded.body THEN ${notes.editedAt} ELSE now() END`,
        },
        setWhere: and(isMine(viewer, interviewId), isNull(notes.deletedAt)),
      })
      .returning({ isNew: isOfNow(notes.createdAt), isEdited: isOfNow(notes.editedAt) })
    if (!written) throw await refusal(tx, viewer, { interviewId, noteId })
    await mention(tx, { interviewId, noteId }, draft.body)
    return { told: toldOf(written, { interviewId, noteId }, draft.parentId), value: undefined }
  })
  const note = await findNote(viewer, noteId)
  if (!note) throw new DebriefError('note_not_found')
  return note
}

/** Its words and whom it names are gone; what is gone already stays so. Throws as `writeNote` does. */
export async function deleteNote(viewer: May<'note.write'>, { interviewId, noteId }: NoteRef): Promise<void> {
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    const [deleted] = await tx
      .update(notes)
      .set({ body: '', quote: null, deletedAt: sql`coalesce(${notes.deletedAt}, now())` })
      .where(and(eq(notes.id, noteId), isMine(viewer, interviewId)))
      .returning({ isNew: isOfNow(notes.deletedAt) })
    if (!deleted) throw await refusal(tx, viewer, { interviewId, noteId })
    await tx.delete(noteMentions).where(eq(noteMentions.noteId, noteId))
    const told = { code: 'note.deleted' as const, about: interviewId, payload: { noteId } }
    return { told: deleted.isNew ? told : [], value: undefined }
  })
}

/** Those that were shown: one that has come since stays new. */
export async function markMentionsSeen(viewer: May<'note.write'>, noteIds: string[]): Promise<void> {
  await db()
    .update(noteMentions)
    .set({ seenAt: sql`now()` })
    .where(
      and(
        eq(noteMentions.memberId, viewer.memberId),
        inArray(noteMentions.noteId, noteIds),
        inArray(noteMentions.noteId, seenNotes(viewer)),
        isNull(noteMentions.seenAt),
      ),
    )
}

/** Those on interviews that this member may see. */
function seenNotes(viewer: Viewer) {
  return db().select({ id: notes.id }).from(notes).innerJoin(interviewsOf(viewer), eq(seen.id, notes.interviewId))
}

/** What is so already is not told again. */
function toldOf(
  { isNew, isEdited }: { isNew: boolean | null; isEdited: boolean | null },
  { interviewId: about, noteId }: NoteRef,
  parentId: string | null,
): AuditEvent[] {
  if (isNew) return [{ code: 'note.written', about, payload: { noteId, parentId } }]
  return isEdited ? [{ code: 'note.edited', about, payload: { noteId } }] : []
}

function isMine(viewer: May<'note.write'>, interviewId: InterviewId) {
  return and(eq(notes.authorId, viewer.memberId), eq(notes.interviewId, interviewId))
}

/** An answer is answered beside it, not below it. */
async function requireParent(tx: Transaction, { interviewId, noteId }: NoteRef) {
  const [parent] = await tx
    .select({ id: notes.id })
    .from(notes)
    .where(and(eq(notes.id, noteId), eq(notes.interviewId, interviewId), isNull(notes.parentId)))
  if (!parent) throw new DebriefError('note_not_found')
}

/** A note of an interview that somebody may not see must not be told from one that does not exist. */
async function refusal(tx: Transaction, viewer: May<'note.write'>, { interviewId, noteId }: NoteRef) {
  const [note] = await tx
    .select({ authorId: notes.authorId, interviewId: notes.interviewId })
    .from(notes)
    .where(eq(notes.id, noteId))
  const isAnothers = note?.interviewId === interviewId && note.authorId !== viewer.memberId
  return new DebriefError(isAnothers ? 'note_not_yours' : 'note_not_found')
}

/** Who was named before and still is has seen it or not as before. */
async function mention(tx: Transaction, { interviewId, noteId }: NoteRef, body: string) {
  const named = mentionedIn(body, await listMentionable(tx, interviewId)).map(({ id }) => id)
  const isOld = eq(noteMentions.noteId, noteId)
  await tx.delete(noteMentions).where(named.length > 0 ? and(isOld, notInArray(noteMentions.memberId, named)) : isOld)
  if (named.length === 0) return
  await tx
    .insert(noteMentions)
    .values(named.map((memberId) => ({ noteId, memberId })))
    .onConflictDoNothing()
}
