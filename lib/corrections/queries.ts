import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { corrections } from '../db/schema/notes'
import { visibleTo } from '../interviews/visible'
import type { Correction } from './correction'

/** Those that stand, in the order of the transcript; none for an interview that this member may not see. */
export async function listCorrections(viewer: Viewer, interviewId: string): Promise<Correction[]> {
  if (interviewId.includes('\0')) return []
  const { id, segment, from, to, original, replacement, createdAt } = corrections
  return db()
    .select({
      ...{ id, segment, from, to, original, replacement, createdAt },
      author: { id: members.id, email: members.email },
    })
    .from(corrections)
    .innerJoin(members, eq(members.id, corrections.authorId))
    .innerJoin(interviews, eq(interviews.id, corrections.interviewId))
    .where(and(visibleTo(viewer), eq(corrections.interviewId, interviewId), isNull(corrections.withdrawnAt)))
    .orderBy(asc(corrections.segment), asc(corrections.from))
}
