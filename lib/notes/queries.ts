import 'server-only'
import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { noteMentions, notes } from '../db/schema/notes'
import { rowsAtMost } from '../db/fixed-limit'
import { interviewsOf, mayKnow, requireSeen, seen } from '../interviews/seen'
import type { Mention, Note, NotesOfInterview } from './note'
import { listMentionable } from './mentionable'
import type { InterviewId } from '../interviews/interview-id'

const MOST_MENTIONS = 50

const columns = {
  id: notes.id,
  parentId: notes.parentId,
  author: { id: members.id, email: members.email, name: members.name },
  body: notes.body,
  at: notes.at,
  quote: notes.quote,
  createdAt: notes.createdAt,
  editedAt: notes.editedAt,
  deletedAt: notes.deletedAt,
}
type Row = Omit<Note, 'deleted' | 'isMine'> & { deletedAt: string | null }

/** Those that this member may know, oldest first. Throws `interview_not_found`. */
export async function listNotes(viewer: Viewer, interviewId: InterviewId): Promise<NotesOfInterview> {
  await requireSeen(viewer, interviewId)
  const rows = await selectNotes(viewer, eq(notes.interviewId, interviewId))
  const answered = new Set(rows.flatMap(({ parentId, deletedAt }) => (deletedAt === null ? [parentId] : [])))
  const shown = rows.filter(({ id, deletedAt }) => deletedAt === null || answered.has(id))
  return {
    notes: shown.map((row) => toNote(viewer, row)),
    mentionable: await listMentionable(db(), interviewId),
  }
}

/** Null when absent, when on an interview that this member may not see, and when they may not know it. */
export async function findNote(viewer: Viewer, noteId: string): Promise<Note | null> {
  const [row] = await selectNotes(viewer, eq(notes.id, noteId))
  return row ? toNote(viewer, row) : null
}

/**
 * The notes that name this member and that they may know, on interviews that they may see: the newest, but first what they have not seen, since
 * only what is listed can be seen.
 */
export async function listMentions(viewer: Viewer): Promise<Mention[]> {
  const rows = await db()
    .select({
      ...columns,
      interview: {
        id: sql<InterviewId>`${seen.id}`,
        name: seen.candidateName,
        email: seen.candidateEmail,
        flowTitle: flows.title,
      },
      seenAt: noteMentions.seenAt,
    })
    .from(noteMentions)
    .innerJoin(notes, eq(notes.id, noteMentions.noteId))
    .innerJoin(members, eq(members.id, notes.authorId))
    .innerJoin(interviewsOf(viewer), eq(seen.id, notes.interviewId))
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .where(namedHere(viewer))
    .orderBy(sql`${noteMentions.seenAt} IS NOT NULL`, desc(notes.createdAt))
    .limit(rowsAtMost(MOST_MENTIONS))
  return rows.map(({ interview: { id, name, email, flowTitle }, seenAt, ...note }) => ({
    note: toNote(viewer, note),
    interview: { id, candidate: { name, email }, flowTitle },
    seen: seenAt !== null,
  }))
}

export async function countUnseenMentions(viewer: Viewer): Promise<number> {
  const [row] = await db()
    .select({ unseen: sql<number>`count(*)::int` })
    .from(noteMentions)
    .innerJoin(notes, eq(notes.id, noteMentions.noteId))
    .innerJoin(interviewsOf(viewer), eq(seen.id, notes.interviewId))
    .where(and(namedHere(viewer), isNull(noteMentions.seenAt)))
  return row?.unseen ?? 0
}

function namedHere(viewer: Viewer): SQL | undefined {
  return and(eq(noteMentions.memberId, viewer.memberId), isNull(notes.deletedAt), mayKnow(notes.authorId))
}

function selectNotes(viewer: Viewer, which: SQL): Promise<Row[]> {
  return db()
    .select(columns)
    .from(notes)
    .innerJoin(members, eq(members.id, notes.authorId))
    .innerJoin(interviewsOf(viewer), eq(seen.id, notes.interviewId))
    .where(and(which, mayKnow(notes.authorId)))
    .orderBy(asc(notes.createdAt), asc(notes.id))
}

function toNote(viewer: Viewer, { deletedAt, ...note }: Row): Note {
  const createdAt = new Date(note.createdAt).toISOString()
  const editedAt = note.editedAt && new Date(note.editedAt).toISOString()
  return { ...note, createdAt, editedAt, deleted: deletedAt !== null, isMine: note.author.id === viewer.memberId }
}
