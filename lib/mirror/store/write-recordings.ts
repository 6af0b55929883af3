import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { recordings } from '../../db/schema/interviews'
import { RECORDING_KINDS } from '../../interviews/recording-kind'
import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'

type Arrived = { interview: RibbonInterview; former: LockedInterview | undefined }

/** A recording whose address is gone has been revoked; a reply without any data says nothing about recordings. */
export async function replaceRecordings(tx: Transaction, page: Arrived[]): Promise<void> {
  const known = page.flatMap(({ interview, former }) => (former ? interview.id : []))
  const stored = await findRecordings(tx, known)
  const taken = page.map(({ interview }) => interview).filter(({ state }) => state !== 'not_taken')
  const moved = taken.filter(({ id, recordings: urls }) =>
    RECORDING_KINDS.some(
      (kind) => urls[kind] !== (stored.find((one) => one.interviewId === id && one.kind === kind)?.url ?? null),
    ),
  )
  const outdated = moved.map(({ id }) => id).filter((id) => stored.some(({ interviewId }) => interviewId === id))
  if (outdated.length > 0) await tx.delete(recordings).where(inArray(recordings.interviewId, outdated))
  const rows = moved.flatMap(({ id, recordings: urls }) =>
    RECORDING_KINDS.flatMap((kind) => (urls[kind] === null ? [] : [{ interviewId: id, kind, url: urls[kind] }])),
  )
  if (rows.length > 0) await tx.insert(recordings).values(rows)
}

async function findRecordings(tx: Transaction, interviewIds: string[]) {
  if (interviewIds.length === 0) return []
  return tx.select().from(recordings).where(inArray(recordings.interviewId, interviewIds))
}
