import 'server-only'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import type { ReceivedInterview } from '../../ribbon/interview'
import { hashOf } from './content-hash'
import type { Asked } from './order'
import { compressReply } from './reply'
import { writeInterviews, type Arrived, type Indexing } from './write-interview'

/** So many are written at once: a transaction keeps the embedded database from everybody else. */
const AT_ONCE = 5

export async function storeInterview(received: Asked<ReceivedInterview>, indexing?: Indexing): Promise<void> {
  await storeInterviews([received], indexing)
}

/**
 * Writes what changed and, of the rest, only that it was asked for again. The ids of those that were not there before.
 */
export async function storeInterviews(page: Asked<ReceivedInterview>[], indexing: Indexing = 'now'): Promise<string[]> {
  const each = [...new Map(page.map((received) => [received.id, received])).values()]
  const hashes = await findHashes(each.map(({ id }) => id))
  const arrived = each.map((received) => toArrived(received))
  // What only looks unchanged here is looked at again under its lock, and written there if it has to be.
  const looksSame = ({ interview, contentHash }: Arrived) => hashes.get(interview.id) === contentHash
  const same = arrived.filter((one) => looksSame(one))
  if (same.length > 0) await writeInterviews(same, indexing)

  const changed = arrived.filter((one) => !looksSame(one))
  await writeSome(changed, indexing)
  return each.flatMap(({ id }) => (hashes.has(id) ? [] : [id]))
}

async function writeSome(changed: Arrived[], indexing: Indexing): Promise<void> {
  await Promise.all(changed.map(({ compress }) => compress()))
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await writeInterviews(changed.slice(from, from + AT_ONCE), indexing)
}

function toArrived({ interview, reply, asked }: Asked<ReceivedInterview>): Arrived {
  let compressed: Promise<Buffer | null> | undefined
  return { interview, asked, contentHash: hashOf(interview), compress: () => (compressed ??= compressReply(reply)) }
}

async function findHashes(ids: string[]): Promise<Map<string, string>> {
  const { id, contentHash } = interviews
  const rows = await db().select({ id, contentHash }).from(interviews).where(isAmong(id, ids))
  return new Map(rows.map((row) => [row.id, row.contentHash]))
}
