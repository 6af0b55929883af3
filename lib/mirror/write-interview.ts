import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { db, type Transaction } from '../db/client'
import { interviews, recordings, transcripts } from '../db/schema/interviews'
import { ribbonReplies } from '../db/schema/mirror'
import { RECORDING_KINDS, type RecordingKind } from '../recordings/recording'
import type { RibbonInterview } from '../ribbon/interview'
import { indexCorrected, searchColumns, storeTexts } from '../search/commands'
import { documentOf, type Document } from '../search/document'

/** `reply` is Ribbon's, deflated; null where the one that is stored remains. */
export type Written = { interview: RibbonInterview; contentHash: string; reply: Buffer | null }

/**
 * Each once, all or none. A reply that has lost what an earlier one had changes nothing but the recordings, and one without
 * any data nothing at all, so that Ribbon's hiccups take nothing from a review. Summary, scores and questions are as the
 * newest reply says.
 */
export function writeInterviews(page: Written[]): Promise<void> {
  return db().transaction(async (tx) => {
    // Even where it writes nothing it locks the rows, so that two writers of one interview take turns.
    const written = await upsertRows(tx, readable(page), LOSES_NOTHING)
    await upsertContent(tx, written)
    const taken = page.filter(({ interview }) => interview.state !== 'not_taken')
    if (taken.length > 0)
      await replaceRecordings(
        tx,
        taken.map(({ interview }) => interview),
      )
  })
}

/** The same reply read by other rules: what they no longer find goes, and the recordings stay as they are. */
export function rewriteInterviews(page: Written[]): Promise<string[]> {
  return db().transaction(async (tx) => {
    const written = await upsertRows(tx, readable(page), sql`true`)
    await upsertContent(tx, written)
    return written.map(({ interview }) => interview.id)
  })
}

type Readable = Written & { document: Document }

function readable(page: Written[]): Readable[] {
  return page.map((written) => ({ ...written, document: documentOf(written.interview) }))
}

/** Those of which the stored row did not hold the same, or what may not be lost. */
async function upsertRows(tx: Transaction, page: Readable[], mayReplace: SQL): Promise<Readable[]> {
  const rows = await tx
    .insert(interviews)
    .values(page.map((written) => toRow(written)).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflictDoUpdate({
      target: interviews.id,
      set: {
        ...newest(interviews, ['flowId', 'state', 'scores', 'generalScore', 'duration', 'talk', 'contentHash']),
        ...newest(interviews, [
          'candidateName',
          'candidateEmail',
          'hasTranscript',
          'candidateKey',
          'lexemes',
          'isOversize',
        ]),
        // Older versions of Ribbon's reply carry no team; one that is known stays known.
        teamId: sql`coalesce(excluded.team_id, ${interviews.teamId})`,
        updatedAt: sql`now()`,
      },
      setWhere: sql`${interviews.contentHash} <> excluded.content_hash AND ${mayReplace}`,
    })
    .returning({ id: interviews.id })
  const ids = new Set(rows.map(({ id }) => id))
  return page.filter(({ interview }) => ids.has(interview.id))
}

function toRow({ interview, contentHash, document }: Readable) {
  const { id, flowId, teamId, candidate, segments, state, scores, generalScore, duration, talk } = interview
  const { recordings: urls } = interview
  return {
    ...{ id, flowId, teamId, state, scores, generalScore, duration, talk, contentHash },
    candidateName: candidate.name,
    candidateEmail: candidate.email,
    hasTranscript: segments.length > 0,
    hasAudio: urls.audio !== null,
    hasVideo: urls.video !== null,
    ...searchColumns(document),
  }
}

/** The data, the transcript, its times and, once there is one, that it has been processed: what is there must come again. */
const LOSES_NOTHING = sql`(excluded.state <> 'not_taken' OR ${interviews.state} = 'not_taken')
  AND (excluded.has_transcript OR NOT ${interviews.hasTranscript})
  AND (excluded.duration IS NOT NULL OR ${interviews.duration} IS NULL)
  AND (excluded.state = 'ready' OR ${interviews.state} <> 'ready' OR NOT ${interviews.hasTranscript})`

/** The long parts, which follow their row. */
async function upsertContent(tx: Transaction, page: Readable[]) {
  if (page.length === 0) return
  await tx
    .insert(transcripts)
    .values(
      page.map(({ interview: { id, summary, segments, words, questions } }) => ({
        interviewId: id,
        summary,
        segments,
        words,
        questions,
      })),
    )
    .onConflictDoUpdate({
      target: transcripts.interviewId,
      set: newest(transcripts, ['summary', 'segments', 'words', 'questions']),
    })
  await storeTexts(
    tx,
    page.map(({ interview: { id }, document }) => ({ id, document })),
  )
  // The rows are locked by now, so no correction comes or goes between this and the commit.
  await indexCorrected(
    tx,
    page.map(({ interview }) => interview.id),
  )

  const replies = page.flatMap(({ interview: { id }, reply }) =>
    reply === null ? [] : [{ interviewId: id, body: reply }],
  )
  if (replies.length === 0) return
  await tx
    .insert(ribbonReplies)
    .values(replies)
    .onConflictDoUpdate({ target: ribbonReplies.interviewId, set: newest(ribbonReplies, ['body', 'receivedAt']) })
}

const hasRecording = (kind: RecordingKind) =>
  sql`EXISTS (SELECT FROM ${recordings} r WHERE r.interview_id = ${interviews.id} AND r.kind = ${kind})`
const HAS_AUDIO = hasRecording('audio')
const HAS_VIDEO = hasRecording('video')

/** A recording whose address is gone has been revoked. */
async function replaceRecordings(tx: Transaction, page: RibbonInterview[]) {
  const ids = page.map(({ id }) => id)
  await tx.delete(recordings).where(inArray(recordings.interviewId, ids))
  const kept = page.flatMap(({ id, recordings: urls }) =>
    RECORDING_KINDS.flatMap((kind) => (urls[kind] === null ? [] : [{ interviewId: id, kind, url: urls[kind] }])),
  )
  if (kept.length > 0) await tx.insert(recordings).values(kept)

  await tx
    .update(interviews)
    .set({ hasAudio: HAS_AUDIO, hasVideo: HAS_VIDEO, updatedAt: sql`now()` })
    .where(
      sql`${inArray(interviews.id, ids)} AND (${interviews.hasAudio}, ${interviews.hasVideo}) IS DISTINCT FROM (${HAS_AUDIO}, ${HAS_VIDEO})`,
    )
}

/** For an upsert: these columns as the row that was to be inserted has them. */
function newest<Name extends string>(table: Record<Name, PgColumn>, names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, sql.raw(`excluded."${table[name].name}"`)])) as Record<Name, SQL>
}
