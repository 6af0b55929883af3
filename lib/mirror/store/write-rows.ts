import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { excluded } from '../../db/excluded'
import { interviews } from '../../db/schema/interviews'
import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'
import { indexAnew, searchColumns } from '../../search/index-interview'
import type { Document } from '../../search/document'
import type { Belonging } from './belonging'

type Row = {
  interview: RibbonInterview
  contentHash: string
  belonging: Belonging
  document: Document
  /** What stays as it is, whatever the interview says. */
  remaining?: Pick<LockedInterview, 'hasAudio' | 'hasVideo' | 'goneAt'>
}

/** What differs in these rows: anything, or Ribbon's verdict alone, which is not news to everybody. */
type Difference = 'row' | 'verdict'
const NEWS = { row: { updatedAt: sql`now()` }, verdict: { assessedIn: sql`pg_current_xact_id()` } }

/** The rows of the list, as they are from now on. */
export async function upsertRows(tx: Transaction, page: Row[], difference: Difference = 'row'): Promise<void> {
  if (page.length === 0) return
  const rows = page.map((one) => toRow(one)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await tx
    .insert(interviews)
    .values(rows)
    .onConflictDoUpdate({
      target: interviews.id,
      set: { ...excluded(interviews, rows, 'id'), ...NEWS[difference] },
    })
}

function toRow({ interview, contentHash, belonging, document, remaining }: Row) {
  const { id, candidate, segments, state, scores, generalScore, duration, talk } = interview
  return {
    ...{ id, state, scores, generalScore, duration, talk, contentHash, ...belonging },
    candidateName: candidate.name,
    candidateEmail: candidate.email,
    hasTranscript: segments.length > 0,
    ...(remaining ?? { ...hasRecordings(interview), goneAt: null }),
    ...searchColumns(document),
  }
}

/** Whether it belongs elsewhere now, or is heard or seen otherwise. */
export function isMoved({ interview, former, belonging }: Following): boolean {
  const { flowId, teamId } = belonging
  return !former || differs(former, { flowId, teamId, ...hasRecordings(interview), goneAt: null })
}

type Following = { interview: RibbonInterview; former: LockedInterview | undefined; belonging: Belonging }

/** What follows each reply at once, whatever else it has lost: team and flow, that there is a recording, that it is not gone. */
export async function follow(tx: Transaction, page: Following[]): Promise<void> {
  for (const { interview, former, belonging } of page) {
    if (!former) continue
    const { hasAudio, hasVideo } = interview.state === 'not_taken' ? former : hasRecordings(interview)
    const shown = { flowId: belonging.flowId, teamId: belonging.teamId, hasAudio, hasVideo }
    const isNews = differs(former, shown)
    const now = { ...shown, followsFlow: belonging.followsFlow, goneAt: null }
    if (!differs(former, now)) continue

    await tx
      .update(interviews)
      .set({ ...now, ...(isNews ? { updatedAt: sql`now()` } : {}) })
      .where(eq(interviews.id, interview.id))
    if (former.flowId !== belonging.flowId) await indexAnew(tx, interview.id)
  }
}

function hasRecordings({ recordings: { audio, video } }: RibbonInterview) {
  return { hasAudio: audio !== null, hasVideo: video !== null }
}

function differs(former: LockedInterview, now: Partial<LockedInterview>): boolean {
  return Object.entries(now).some(([name, value]) => former[name as keyof LockedInterview] !== value)
}
