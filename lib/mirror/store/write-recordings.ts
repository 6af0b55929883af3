import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { recordings } from '../../db/schema/interviews'
import { RECORDING_KINDS } from '../../interviews/recording-kind'
import type { RibbonInterview } from '../../ribbon/interview'

/** A recording whose address is gone has been revoked; a reply without any data says nothing about recordings. */
export async function replaceRecordings(tx: Transaction, page: { interview: RibbonInterview }[]): Promise<void> {
  const taken = page.map(({ interview }) => interview).filter(({ state }) => state !== 'not_taken')
  const ids = taken.map(({ id }) => id)
  if (ids.length === 0) return

  const stored = await tx.select().from(recordings).where(inArray(recordings.interviewId, ids))
  const moved = taken.filter(({ id, recordings: urls }) =>
    RECORDING_KINDS.some(
      (kind) => urls[kind] !== (stored.find((one) => one.interviewId === id && one.kind === kind)?.url ?? null),
    ),
  )
  if (moved.length === 0) return

  const movedIds = moved.map(({ id }) => id)
  await tx.delete(recordings).where(inArray(recordings.interviewId, movedIds))
  const rows = moved.flatMap(({ id, recordings: urls }) =>
    RECORDING_KINDS.flatMap((kind) => (urls[kind] === null ? [] : [{ interviewId: id, kind, url: urls[kind] }])),
  )
  if (rows.length > 0) await tx.insert(recordings).values(rows)
}
