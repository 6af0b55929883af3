import 'server-only'
import { change } from '../audit/change'
import { recordSearch } from '../audit/commands'
import type { AuditEvent } from '../audit/event'
import { requireStill } from '../auth/still'
import type { May } from '../auth/viewer'
import { listCorrections } from '../corrections/queries'
import { pseudonymOf } from '../db/encrypt'
import { env } from '../env'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { filterToSearch, type InterviewFilter } from '../interviews/list/filter'
import { listAllIds } from '../interviews/list/queries'
import { findInterview, listScoreVersions } from '../interviews/queries'
import { listNotes } from '../notes/queries'
import { findStatus } from '../status/queries'
import { findValidity } from '../validity/queries'
import { listVotes } from '../votes/queries'
import { MOST_CHOSEN } from './chosen'
import type { ExportedRow } from './exported-row'
import type { InterviewRecord } from './interview-record'
import { findOwnRatings } from './own-ratings'
import { pageOf } from './page-of'
import { findReadTranscript, listExportedRows } from './queries'
import type { ReadTranscript } from './read-transcript'

const MOST_INTERVIEWS = 100_000
/** Interviews that are in memory at once. */
const BATCH = 200

/**
 * All of a list, a batch at a time, in its order: the interviews that it holds now, each as its reader sees it once it is read.
 * Throws `export_too_large`, and where they may not go on meanwhile what `requireMay` does.
 */
export async function exportInterviews(
  viewer: May<'export.create'>,
  filter: InterviewFilter,
  format: 'csv' | 'json',
): Promise<AsyncIterable<ExportedRow[]>> {
  const ids = await listAllIds(viewer, filter, MOST_INTERVIEWS + 1)
  if (ids.length > MOST_INTERVIEWS) throw new DebriefError('export_too_large')
  await recordSearch(viewer, filter.q)
  const narrowed = pseudonymOf(filterToSearch(filter).toString(), env().NEXTAUTH_SECRET)
  const payload = { format, count: ids.length, filter: narrowed }
  return change(viewer, async () => ({
    told: [{ code: 'interviews.exported', about: null, payload }, ...toldOfEach(ids, format)],
    value: batchesOf(viewer, ids),
  }))
}

/** Whose data is taken away has it in their own history, as long as the list is no longer than what can be ticked. */
function toldOfEach(ids: InterviewId[], list: 'csv' | 'json'): AuditEvent[] {
  if (ids.length > MOST_CHOSEN) return []
  return ids.map((about): AuditEvent => ({ code: 'interview.exported', about, payload: { list } }))
}

async function* batchesOf(viewer: May<'export.create'>, ids: InterviewId[]) {
  for (let at = 0; at < ids.length; at += BATCH) {
    yield await listExportedRows(await requireStill(viewer, 'export.create'), ids.slice(at, at + BATCH))
  }
}

/** One interview with all that its reader sees of it. Throws `interview_not_found`. */
export async function exportInterview(viewer: May<'export.create'>, id: InterviewId): Promise<InterviewRecord> {
  const [interview, formerScores, corrections, { notes }, votes, ratings, status, validity] = await Promise.all([
    findInterview(viewer, id),
    listScoreVersions(viewer, id),
    listCorrections(viewer, id),
    listNotes(viewer, id),
    listVotes(viewer, id),
    findOwnRatings(viewer, [id]),
    findStatus(viewer, id),
    findValidity(viewer, id),
  ])
  if (!interview) throw new DebriefError('interview_not_found')
  const exportedAt = new Date().toISOString()
  const record = {
    exportedAt,
    url: pageOf(id),
    interview,
    formerScores,
    corrections,
    notes,
    votes,
    ratings: ratings.get(id) ?? [],
    status,
    validity,
  }
  return change(viewer, async () => ({
    told: { code: 'interview.exported', about: id, payload: {} },
    value: record,
  }))
}

/** What was said, as it is read, to be taken away. Throws `interview_not_found`. */
export async function downloadTranscript(
  viewer: May<'interview.read'>,
  id: InterviewId,
  format: 'txt' | 'vtt' | 'srt',
): Promise<ReadTranscript> {
  const transcript = await findReadTranscript(viewer, id)
  return change(viewer, async () => ({
    told: { code: 'transcript.downloaded', about: id, payload: { format } },
    value: transcript,
  }))
}
