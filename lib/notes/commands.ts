import 'server-only'
import { and, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import type { May, Viewer } from '../auth/viewer'
import { db, type Executor, type Transaction } from '../db/client'
import { isOfNow } from '../db/is-of-now'
import { noteMentions, notes } from '../db/schema/notes'
import { DebriefError } from '../errors'
import { interviewsOf, mayKnow, requireSeen, seen } from '../interviews/seen'
import { indexNote, unindexNote } from '../search/index-note'
import { mentionedIn } from './mentioned'
import type { Note, NoteDraft } from './note'
import { listMentionable } from './mentionable'
import { findNote } from './queries'
import { saidQuote } from './said-quote'
import { withoutRemoved } from './without-removed'
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
    if (draft.parentId !== null) await requireParent(tx, viewer, { interviewId, noteId: draft.parentId })
    const quote = draft.quote && (await saidQuote(tx, interviewId, draft.quote))
    const body = await withoutRemoved(tx, viewer, draft.body)
    const [written] = await tx
      .insert(notes)
      .values({ id: noteId, interviewId, authorId: viewer.memberId, ...draft, body, quote })
      .onConflictDoUpdate({
        target: notes.id,
        set: {
          body,
          editedAt: sql`CASE WHEN ${notes.body} = excluded.body THEN ${notes.editedAt} ELSE now() END`,
        },
        setWhere: and(isMine(viewer, interviewId), isNull(notes.deletedAt)),
      })
      .returning({ isNew: isOfNow(notes.createdAt), isEdited: isOfNow(notes.editedAt) })
    if (!written) throw await refusal(tx, viewer, { interviewId, noteId })
    await mention(tx, { interviewId, noteId }, body)
    await indexNote(tx, noteId, body)
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
    await unindexNote(tx, noteId)
    const told = { code: 'note.deleted' as const, about: interviewId, payload: { noteId } }
    return { told: deleted.isNew ? told : [], value: undefined }
  })
}

/** Those that were shown: one that has come since stays new. */
export async function markMentionsSeen(viewer: May<'interview.read'>, noteIds: string[]): Promise<void> {
  const known = knownNotes(viewer, db(), inArray(notes.id, noteIds)).as('known')
  await db()
    .update(noteMentions)
    .set({ seenAt: sql`now()` })
    .where(
      and(
        eq(noteMentions.memberId, viewer.memberId),
        inArray(noteMentions.noteId, db().select({ id: known.id }).from(known)),
        isNull(noteMentions.seenAt),
      ),
    )
}

/** Those that this member may know, on interviews that they may see. */
function knownNotes(viewer: Viewer, on: Executor, which: SQL | undefined) {
  const { id, authorId } = notes
  return on
    .select({ id, authorId })
    .from(notes)
    .innerJoin(interviewsOf(viewer), eq(seen.id, notes.interviewId))
    .where(and(mayKnow(authorId), which))
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

/** An answer is answered beside it, not below it. Whoever has answered what is hidden from them now goes on with their answer. */
async function requireParent(tx: Transaction, viewer: May<'note.write'>, ref: NoteRef) {
  const [parent] = await knownNotes(viewer, tx, and(isAt(ref), isNull(notes.parentId)))
  if (parent) return
  const answers = await tx.$count(notes, and(eq(notes.parentId, ref.noteId), isMine(viewer, ref.interviewId)))
  if (answers === 0) throw new DebriefError('note_not_found')
}

/** A note that somebody may not know must not be told from one that does not exist. */
async function refusal(tx: Transaction, viewer: Viewer, ref: NoteRef) {
  const [note] = await knownNotes(viewer, tx, isAt(ref))
  return new DebriefError(note && note.authorId !== viewer.memberId ? 'note_not_yours' : 'note_not_found')
}

function isAt({ interviewId, noteId }: NoteRef) {
  return and(eq(notes.id, noteId), eq(notes.interviewId, interviewId))
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
