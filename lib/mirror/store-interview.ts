import 'server-only'
import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { RECORDING_KINDS, type RecordingKind } from '../recordings/recording'
import type { RibbonInterview } from '../ribbon/interview'
import { followFlowTeams } from './store-flows'
import { writeInterview } from './write-interview'

export function storeInterview(interview: RibbonInterview): Promise<void> {
  return storeInterviews([interview])
}

/** Writes what changed and nothing else: a page that is stored already costs two reads and leaves no trace. */
export async function storeInterviews(page: RibbonInterview[]): Promise<void> {
  const ids = page.map(({ id }) => id)
  const hashes = await findHashes(ids)
  const urls = await findUrls(ids)
  const sameUrls = ({ id, recordings: fetched }: RibbonInterview) =>
    RECORDING_KINDS.every((kind) => fetched[kind] === (urls.get(keyOf(id, kind)) ?? null))

  for (const interview of page) {
    const contentHash = hashOf(interview)
    if (hashes.get(interview.id) !== contentHash || !sameUrls(interview)) await writeInterview(interview, contentHash)
  }
  await followFlowTeams(page.flatMap(({ id, teamId }) => (teamId === null ? [id] : [])))
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

function keyOf(interviewId: string, kind: RecordingKind) {
  return `${kind} ${interviewId}`
}

/** The reshaped reply's keys always come in the same order. Signed addresses differ in each reply, so they do not count. */
function hashOf(interview: RibbonInterview) {
  return createHash('sha256')
    .update(JSON.stringify({ ...interview, recordings: null }))
    .digest('base64url')
}
