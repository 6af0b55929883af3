import 'server-only'
import type { Reader } from '../auth/viewer'
import { listCorrections } from '../corrections/queries'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { findInterview, findWords } from '../interviews/queries'
import { rowColumns, toRow } from '../interviews/row'
import { interviewsOf, seen, titled } from '../interviews/seen'
import { fittingCorrections } from '../transcript/as-read'
import { listStandingStatuses } from '../status/queries'
import { findValidityOf } from '../validity/standing-validity'
import { othersOverridesFor } from '../validity/validity'
import type { ExportedRow } from './exported-row'
import { findOwnRatings } from './own-ratings'
import { pageOf } from './page-of'
import type { ReadTranscript } from './read-transcript'

/** In the order of these ids, without those that the reader does not see (any more). */
export async function listExportedRows(reader: Reader, ids: InterviewId[]): Promise<ExportedRow[]> {
  const [rows, statuses, ratings, validityOf] = await Promise.all([
    db()
      .select(rowColumns)
      .from(titled(interviewsOf(reader)))
      .where(isAmong(seen.id, ids)),
    listStandingStatuses(reader, ids),
    findOwnRatings(reader, ids),
    findValidityOf(reader, ids),
  ])
  const [rowOf, statusOf] = [byId(rows), byId(statuses)]
  return ids.flatMap((id) => {
    const row = rowOf.get(id)
    if (!row) return []
    const listed = toRow(row)
    const statusReason = statusOf.get(id)?.reason ?? null
    const { invalid, overrides } = validityOf(id)
    const shows = { assessment: listed.assessment.is === 'shown', colleagues: listed.votes.is === 'shown' }
    const validity = { invalidReason: invalid?.reason ?? null, overrides, othersOverrides: othersOverridesFor(shows) }
    return [{ ...listed, statusReason, ...validity, ratings: ratings.get(id) ?? [], url: pageOf(id) }]
  })
}

/** Throws `interview_not_found` when absent and when another team's. */
export async function findReadTranscript(reader: Reader, id: InterviewId): Promise<ReadTranscript> {
  const [interview, timed, corrections] = await Promise.all([
    findInterview(reader, id),
    findWords(reader, id),
    listCorrections(reader, id),
  ])
  if (!interview || !timed) throw new DebriefError('interview_not_found')
  const { candidate, flow, segments, duration, firstSeenAt } = interview
  return {
    ...{ candidate: candidate.name, flowTitle: flow.title, duration, firstSeenAt, segments, words: timed.words },
    corrections: fittingCorrections(segments, corrections),
  }
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
