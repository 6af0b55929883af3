import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { notes } from '../db/schema/notes'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'

/** The notes on these interviews that the reader may know, the oldest first. */
export function selectNotesOn(viewer: Viewer, ids: string[]) {
  const { id, interviewId, authorId, body, at, quote, createdAt } = notes
  return db()
    .select({
      ...{ id, interviewId, body, at, quote, createdAt },
      author: { id: members.id, email: members.email, name: members.name },
    })
    .from(notes)
    .innerJoin(interviewsOf(viewer), eq(seen.id, interviewId))
    .innerJoin(members, eq(members.id, authorId))
    .where(and(isAmong(interviewId, ids), isNull(notes.deletedAt), mayKnow(authorId)))
    .orderBy(asc(createdAt), asc(id))
}

export type StoredNote = Awaited<ReturnType<typeof selectNotesOn>>[number]
