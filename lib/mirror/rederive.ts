import 'server-only'
import { asc, gt, inArray, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { ribbonReplies } from '../db/schema/mirror'
import type { Operator } from '../auth/operator'
import { fillFacts } from '../review/fill-facts'
import { ribbonInterview, type RibbonInterview } from '../ribbon/interview'
import { decompressReply } from './store/reply'
import { rewriteInterviews, type Reread } from './store/rewrite-interview'
import { hashOf } from './store/content-hash'

const AT_ONCE = 5

type Reshape = (reply: unknown) => RibbonInterview | null
export type Rederived = { read: number; changed: number; unreadable: number }

/**
 * Reads every stored reply of Ribbon again, by the rules of today, without a call to Ribbon; what comes out the same is not
 * touched, but for its facts where they are of older rules. It may be interrupted and repeated, with the app running or not;
 * `onSome` tells how far it is.
 */
export async function rederive(
  _operator: Operator,
  onSome: (sofar: Rederived) => void,
  reshape: Reshape = byTodaysRules,
): Promise<Rederived> {
  const total: Rederived = { read: 0, changed: 0, unreadable: 0 }
  for (let after = ''; ;) {
    const some = await findReplies(gt(ribbonReplies.interviewId, after))
    const last = some.at(-1)
    if (!last) break

    total.read += some.length
    await rewrite(some, reshape, total)
    onSome(total)
    after = last.id
  }
  await fillFacts(() => Promise.resolve())
  return total
}

type Stored = Awaited<ReturnType<typeof findReplies>>[number]

/** What a newer reply has taken the place of since it was read is read again. */
async function rewrite(some: Stored[], reshape: Reshape, total: Rederived): Promise<void> {
  const reshaped = await Promise.all(some.map(async (stored) => reshapeOne(stored, reshape)))
  const readable = reshaped.filter((one) => one !== null)
  total.unreadable += some.length - readable.length
  if (readable.length === 0) return

  const { changed, outdated } = await rewriteInterviews(readable)
  total.changed += changed.length
  if (outdated.length > 0)
    await rewrite(await findReplies(inArray(ribbonReplies.interviewId, outdated)), reshape, total)
}

function findReplies(which: SQL) {
  return db()
    .select({ id: ribbonReplies.interviewId, body: ribbonReplies.body, asked: ribbonReplies.asked })
    .from(ribbonReplies)
    .where(which)
    .orderBy(asc(ribbonReplies.interviewId))
    .limit(AT_ONCE)
}

async function reshapeOne({ body, asked }: Stored, reshape: Reshape): Promise<Reread | null> {
  const interview = reshape(await decompressReply(body))
  return interview && { interview, contentHash: hashOf(interview), asked }
}

function byTodaysRules(reply: unknown): RibbonInterview | null {
  return ribbonInterview.safeParse(reply).data ?? null
}
