import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { excluded } from '../../db/excluded'
import { transcripts } from '../../db/schema/interviews'
import { ribbonReplies } from '../../db/schema/mirror'
import type { LockedInterview } from '../../interviews/lock'
import { storeFacts } from '../../review/store-facts'
import type { RibbonInterview } from '../../ribbon/interview'
import { indexCorrected, storeTexts } from '../../search/index-interview'
import type { Document } from '../../search/document'

type Content = {
  interview: RibbonInterview
  /** Undefined where it has not been here yet: then nobody has heard or corrected any of it. */
  former: LockedInterview | undefined
  document: Document
  asked: number
  /** Ribbon's reply; null where the one that is stored remains. */
  compress: () => Promise<Buffer | null>
}

/** The long parts, which follow their row: it has to be locked, so that no correction comes or goes before the commit. */
export async function writeContent(tx: Transaction, page: Content[]): Promise<void> {
  if (page.length === 0) return
  const rows = page.map(({ interview: { id, summary, segments, words, questions } }) => ({
    interviewId: id,
    ...{ summary, segments, words, questions },
  }))
  await tx
    .insert(transcripts)
    .values(rows)
    .onConflictDoUpdate({ target: transcripts.interviewId, set: excluded(transcripts, rows, 'interviewId') })
  await storeFacts(
    tx,
    page.map(({ interview, former }) => ({ ...interview, isNew: former === undefined })),
  )
  await storeTexts(
    tx,
    page.map(({ interview, document }) => ({ id: interview.id, document })),
  )
  await indexCorrected(
    tx,
    page.flatMap(({ interview, former }) => (former ? interview.id : [])),
  )
  await storeReplies(tx, page)
}

async function storeReplies(tx: Transaction, page: Content[]) {
  const replies = []
  for (const { interview, asked, compress } of page) {
    const body = await compress()
    if (body !== null) replies.push({ interviewId: interview.id, asked, body })
  }
  if (replies.length === 0) return
  await tx
    .insert(ribbonReplies)
    .values(replies)
    .onConflictDoUpdate({
      target: ribbonReplies.interviewId,
      set: { ...excluded(ribbonReplies, replies, 'interviewId'), receivedAt: sql`excluded.received_at` },
    })
}
