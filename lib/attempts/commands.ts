import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { attemptLinks } from '../db/schema/attempts'
import { DebriefError } from '../errors'
import { attemptKey, tellOfAttempts } from '../interviews/attempt-key'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'

/**
 * Says that two interviews of one flow are of one candidate, with all that belong to either; the same twice is once. Throws
 * `interview_not_found`, and `attempt_elsewhere` where they are not of one flow.
 */
export async function linkAttempts(viewer: May<'attempt.link'>, id: InterviewId, other: InterviewId): Promise<void> {
  await change(viewer, async (tx) => {
    const [one, another] = [await requirePlaced(tx, viewer, id), await requirePlaced(tx, viewer, other)]
    const { flowId } = one
    if (flowId === null || flowId !== another.flowId) throw new DebriefError('attempt_elsewhere')
    await lockFlow(tx, flowId)
    const [from, to] = [await candidateOf(tx, flowId, one.key), await candidateOf(tx, flowId, another.key)]
    if (from === to) return { told: [], value: undefined }
    await tx.update(attemptLinks).set({ sameAs: to }).where(isOf(flowId, from))
    await tx.insert(attemptLinks).values({ flowId, key: from, sameAs: to, linkedBy: viewer.memberId })
    await tellOfAttempts(tx, flowId, await keysOf(tx, flowId, to))
    return { told: { code: 'attempts.linked', about: id, payload: { other } }, value: undefined }
  })
}

/**
 * Takes an interview, with those that have its email, from the others that it was linked with; what was not is left as it is.
 * Throws `interview_not_found`.
 */
export async function unlinkAttempt(viewer: May<'attempt.link'>, id: InterviewId): Promise<void> {
  await change(viewer, async (tx) => {
    const { flowId, key } = await requirePlaced(tx, viewer, id)
    if (flowId === null) return { told: [], value: undefined }
    await lockFlow(tx, flowId)
    const candidate = await candidateOf(tx, flowId, key)
    const keys = await keysOf(tx, flowId, candidate)
    const [heir] = keys.filter((other) => other !== key)
    if (heir === undefined) return { told: [], value: undefined }
    // The others stay together, under the key of one of them.
    if (candidate === key) await tx.update(attemptLinks).set({ sameAs: heir }).where(isOf(flowId, key))
    const leaving = candidate === key ? heir : key
    await tx.delete(attemptLinks).where(and(eq(attemptLinks.flowId, flowId), eq(attemptLinks.key, leaving)))
    await tellOfAttempts(tx, flowId, keys)
    return { told: { code: 'attempt.unlinked', about: id, payload: {} }, value: undefined }
  })
}

async function requirePlaced(tx: Transaction, viewer: May<'attempt.link'>, id: InterviewId) {
  const [placed] = await tx
    .select({ flowId: seen.flowId, key: attemptKey })
    .from(interviewsOf(viewer))
    .where(eq(seen.id, id))
  if (!placed) throw new DebriefError('interview_not_found')
  return placed
}

/** Whoever links in one flow takes turns, so that no key leads to one that leads elsewhere. */
async function lockFlow(tx: Transaction, flowId: string) {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('attempts of ' || ${flowId}::text, 0))`)
}

/** The key under which the candidate's interviews are together. */
async function candidateOf(tx: Transaction, flowId: string, key: string): Promise<string> {
  const [link] = await tx
    .select({ sameAs: attemptLinks.sameAs })
    .from(attemptLinks)
    .where(and(eq(attemptLinks.flowId, flowId), eq(attemptLinks.key, key)))
  return link?.sameAs ?? key
}

/** All keys that are the candidate's. */
async function keysOf(tx: Transaction, flowId: string, candidate: string): Promise<string[]> {
  const links = await tx
    .select({ key: attemptLinks.key })
    .from(attemptLinks)
    .where(isOf(flowId, candidate))
    .orderBy(attemptLinks.key)
  return [candidate, ...links.map(({ key }) => key)]
}

function isOf(flowId: string, candidate: string) {
  return and(eq(attemptLinks.flowId, flowId), eq(attemptLinks.sameAs, candidate))
}
