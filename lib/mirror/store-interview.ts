import 'server-only'
import { createHash } from 'node:crypto'
import { and, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { RECORDING_KINDS, type RecordingKind } from '../recordings/recording'
import type { ReceivedInterview, RibbonInterview } from '../ribbon/interview'
import { deflateReply } from './reply'
import { followFlowTeams } from './store-flows'
import { writeInterviews } from './write-interview'

/** So many are written at once: a transaction keeps the embedded database from everybody else. */
const AT_ONCE = 5

export async function storeInterview(received: ReceivedInterview): Promise<void> {
  await storeInterviews([received])
}

/**
 * Writes what changed and nothing else: a page that is stored already costs two reads and leaves no trace. The ids of those
 * that were not there before.
 */
export async function storeInterviews(page: ReceivedInterview[]): Promise<string[]> {
  const ids = page.map(({ id }) => id)
  const hashes = await findHashes(ids)
  const urls = await findUrls(ids)
  const sameUrls = ({ id, recordings: fetched }: RibbonInterview) =>
    RECORDING_KINDS.every((kind) => fetched[kind] === (urls.get(keyOf(id, kind)) ?? null))

  const changed = page
    .map(({ interview, reply }) => ({ interview, reply, contentHash: hashOf(interview) }))
    .filter(({ interview, contentHash }) => hashes.get(interview.id) !== contentHash || !sameUrls(interview))
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const some = changed.slice(from, from + AT_ONCE)
    const replies = await Promise.all(some.map(({ reply }) => deflateReply(reply)))
    await writeInterviews(
      some.map(({ interview, contentHash }, index) => ({ interview, contentHash, reply: replies[index] ?? null })),
    )
  }
  await followFlowTeams(page.flatMap(({ interview }) => (interview.teamId === null ? [interview.id] : [])))
  await unmarkGone(ids)
  return ids.filter((id) => !hashes.has(id))
}

async function findHashes(ids: string[]): Promise<Map<string, string>> {
  const { id, contentHash } = interviews
  const rows = await db().select({ id, contentHash }).from(interviews).where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row.contentHash]))
}

async function findUrls(ids: string[]): Promise<Map<string, string>> {
  const rows = await db().select().from(recordings).where(inArray(recordings.interviewId, ids))
  return new Map(rows.map(({ interviewId, kind, url }) => [keyOf(interviewId, kind), url]))
}

async function unmarkGone(ids: string[]): Promise<void> {
  await db()
    .update(interviews)
    .set({ goneAt: null })
    .where(and(inArray(interviews.id, ids), isNotNull(interviews.goneAt)))
}

function keyOf(interviewId: string, kind: RecordingKind) {
  return `${kind} ${interviewId}`
}

/** The reshaped reply's keys always come in the same order. Signed addresses differ in each reply, so they do not count. */
export function hashOf(interview: RibbonInterview) {
  return createHash('sha256')
    .update(JSON.stringify({ ...interview, recordings: null }))
    .digest('base64url')
}
