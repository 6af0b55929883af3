import 'server-only'
import { change } from '../audit/change'
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
import { listVotes } from '../votes/queries'
import type { ExportedRow } from './exported-row'
import type { InterviewRecord } from './interview-record'
import { findOwnRatings } from './own-ratings'
import { pageOf } from './page-of'
import { listExportedRows } from './queries'

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
  const narrowed = pseudonymOf(filterToSearch(filter).toString(), env().NEXTAUTH_SECRET)
  const payload = { format, count: ids.length, filter: narrowed }
  return change(viewer, async () => ({
    told: { code: 'interviews.exported', about: null, payload },
    value: batchesOf(viewer, ids),
  }))
}

async function* batchesOf(viewer: May<'export.create'>, ids: InterviewId[]) {
  for (let at = 0; at < ids.length; at += BATCH) {
    yield await listExportedRows(await requireStill(viewer, 'export.create'), ids.slice(at, at + BATCH))
  }
}

/** One interview with all that its reader sees of it. Throws `interview_not_found`. */
export async function exportInterview(viewer: May<'export.create'>, id: InterviewId): Promise<InterviewRecord> {
  const [interview, formerScores, corrections, { notes }, votes, ratings, status] = await Promise.all([
    findInterview(viewer, id),
    listScoreVersions(viewer, id),
    listCorrections(viewer, id),
    listNotes(viewer, id),
    listVotes(viewer, id),
    findOwnRatings(viewer, [id]),
    findStatus(viewer, id),
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
  }
  return change(viewer, async () => ({
    told: { code: 'interview.exported', about: id, payload: {} },
    value: record,
  }))
}
