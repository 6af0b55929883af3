import 'server-only'
import { and, asc, isNull, sql, type SQL } from 'drizzle-orm'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { assignments } from '../db/schema/assignments'
import { flows, interviews } from '../db/schema/interviews'

// Whoever locks more than one of these does so in this order, so that no two wait for each other for ever:
// 1. `reply_places`, by id, by who stores replies (`claimNewest`);
// 2. `flows`, the table first, then by id: to change them, or to rely on what they say (`lockFlowTeams`);
// 3. `interviews`, by id (`lockInterviews`);
// 4. what belongs to an interview that is locked: recordings, transcripts, facts, texts, replies, versions, corrections;
// 5. `assignments` that stand, by interview and member (`standingAssignments`).

/** Until the transaction ends, nobody else changes these interviews or what belongs to them. Notes and listening progress may be added. */
export async function lockInterviews(tx: Transaction, ids: string[]): Promise<LockedInterview[]> {
  return tx
    .select(LOCKED)
    .from(interviews)
    .where(isAmong(interviews.id, ids))
    .orderBy(asc(interviews.id))
    .for('no key update')
}

const LOCKED = {
  id: interviews.id,
  flowId: interviews.flowId,
  teamId: interviews.teamId,
  followsFlow: interviews.followsFlow,
  state: interviews.state,
  duration: interviews.duration,
  scores: interviews.scores,
  generalScore: interviews.generalScore,
  hasAudio: interviews.hasAudio,
  hasVideo: interviews.hasVideo,
  hasTranscript: interviews.hasTranscript,
  contentHash: interviews.contentHash,
  goneAt: interviews.goneAt,
}

export type LockedInterview = Pick<typeof interviews.$inferSelect, keyof typeof LOCKED>

/** Until the transaction ends, nobody else changes what this transcript shows: neither a member nor the mirror. */
export async function lockInterview(tx: Transaction, id: string): Promise<void> {
  await lockInterviews(tx, [id])
}

/** The ids of those of these assignments that stand; until the transaction ends nobody else changes them. */
export function standingAssignments(tx: Transaction, which: SQL | undefined) {
  const { id, interviewId, memberId, withdrawnAt } = assignments
  return tx
    .select({ id })
    .from(assignments)
    .where(and(isNull(withdrawnAt), which))
    .orderBy(asc(interviewId), asc(memberId), asc(id))
    .for('no key update')
}

/** The teams of these flows, by flow; until the transaction ends none of them moves to another one, or comes to be. */
export async function lockFlowTeams(tx: Transaction, flowIds: string[]): Promise<Map<string, string | null>> {
  if (flowIds.length === 0) return new Map()
  const { id, teamId } = flows
  const isOne = isAmong(id, flowIds)
  // A row that is not there cannot be locked.
  if ((await tx.$count(flows, isOne)) < new Set(flowIds).size) await tx.execute(sql`LOCK TABLE ${flows} IN SHARE MODE`)
  const rows = await tx.select({ id, teamId }).from(flows).where(isOne).orderBy(asc(id)).for('share')
  return new Map(rows.map((flow) => [flow.id, flow.teamId]))
}
