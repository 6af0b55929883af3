import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May, Reader } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { listeningProgress } from '../db/schema/notes'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import type { TimeSpan } from '../transcript/speech'
import { spansWithin } from './listening-progress'
import { progressOf } from './progress'
import type { InterviewId } from '../interviews/interview-id'

const NOTHING: TimeSpan[] = []

/**
 * Adds to what this member has heard, as far as there is a recording, and brings what was stored within today's limits. All
 * of it. Throws `interview_not_found`.
 */
export async function recordListening(
  viewer: May<'listening.record'>,
  interviewId: InterviewId,
  heard: TimeSpan[],
): Promise<TimeSpan[]> {
  return record(viewer, interviewId, { spans: heard, read: NOTHING }).then(({ spans }) => spans)
}

/** Adds to what this member has read, in the same way: who may keep what they have heard keeps that too. */
export async function recordReading(
  viewer: May<'listening.record'>,
  interviewId: InterviewId,
  read: TimeSpan[],
): Promise<TimeSpan[]> {
  return record(viewer, interviewId, { spans: NOTHING, read }).then((kept) => kept.read)
}

type Kept = { spans: TimeSpan[]; read: TimeSpan[] }

async function record(viewer: May<'listening.record'>, interviewId: InterviewId, more: Kept): Promise<Kept> {
  const { memberId } = viewer
  return change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    await tx.insert(listeningProgress).values({ interviewId, memberId }).onConflictDoNothing()
    const mine = and(eq(listeningProgress.interviewId, interviewId), eq(listeningProgress.memberId, memberId))
    const { spans, read } = listeningProgress
    const [stored] = await tx.select({ spans, read }).from(listeningProgress).where(mine).for('update')
    const { duration, plays, speech } = await findTalk(tx, viewer, interviewId)
    const kept = {
      spans: spansWithin(duration, [...(stored?.spans ?? []), ...(plays ? more.spans : [])]),
      read: spansWithin(duration, [...(stored?.read ?? []), ...more.read]),
    }
    await tx
      .update(listeningProgress)
      .set({ ...kept, progress: progressOf(speech, kept) })
      .where(mine)
    // Not told: it is this member's alone, and comes every few seconds.
    return { told: [], value: kept }
  })
}

/** In seconds; `duration` is null while Ribbon may still be writing down what was said, `speech` is empty while nothing is known of it. */
async function findTalk(tx: Transaction, reader: Reader, interviewId: InterviewId) {
  const [talk] = await tx
    .select({
      duration: sql<number | null>`CASE WHEN ${seen.state} = 'ready' THEN ${seen.duration} END`,
      plays: seen.plays,
      speech: interviewFacts.speech,
    })
    .from(interviewsOf(reader))
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, seen.id))
    .where(eq(seen.id, interviewId))
  return { duration: talk?.duration ?? null, plays: talk?.plays ?? false, speech: talk?.speech ?? NOTHING }
}
