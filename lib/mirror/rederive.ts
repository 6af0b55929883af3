import 'server-only'
import { asc, gt } from 'drizzle-orm'
import { db } from '../db/client'
import { ribbonReplies } from '../db/schema/mirror'
import type { Operator } from '../auth/operator'
import { ribbonInterview, type RibbonInterview } from '../ribbon/interview'
import { inflateReply } from './reply'
import { hashOf } from './store-interview'
import { rewriteInterviews, type Written } from './write-interview'

const AT_ONCE = 5

type Reshape = (reply: unknown) => RibbonInterview | null
export type Rederived = { read: number; changed: number; unreadable: number }

/**
 * Reads every stored reply of Ribbon again, by the rules of today, without a call to Ribbon; what comes out the same is not
 * touched. It may be interrupted and repeated, with the app running or not; `onSome` tells how far it is.
 */
export async function rederive(
  _operator: Operator,
  onSome: (sofar: Rederived) => void,
  reshape: Reshape = byTodaysRules,
): Promise<Rederived> {
  const total: Rederived = { read: 0, changed: 0, unreadable: 0 }
  for (let after = ''; ;) {
    const some = await findReplies(after)
    const last = some.at(-1)
    if (!last) return total

    const reshaped = await Promise.all(some.map(async (stored) => reshapeOne(stored, reshape)))
    const readable = reshaped.filter((one) => one !== null)
    total.read += some.length
    total.unreadable += some.length - readable.length
    total.changed += readable.length > 0 ? (await rewriteInterviews(readable)).length : 0
    onSome(total)
    after = last.id
  }
}

type Stored = Awaited<ReturnType<typeof findReplies>>[number]

function findReplies(after: string) {
  return db()
    .select({ id: ribbonReplies.interviewId, body: ribbonReplies.body })
    .from(ribbonReplies)
    .where(gt(ribbonReplies.interviewId, after))
    .orderBy(asc(ribbonReplies.interviewId))
    .limit(AT_ONCE)
}

async function reshapeOne({ body }: Stored, reshape: Reshape): Promise<Written | null> {
  const interview = reshape(await inflateReply(body))
  return interview && { interview, contentHash: hashOf(interview), reply: null }
}

function byTodaysRules(reply: unknown): RibbonInterview | null {
  return ribbonInterview.safeParse(reply).data ?? null
}
