import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../db/client'
import { interviews, recordings, transcripts } from '../db/schema/interviews'
import { RECORDING_KINDS } from '../recordings/recording'
import type { RibbonInterview } from '../ribbon/interview'
import { indexInterview } from '../search/commands'

/**
 * A reply that has lost what an earlier one had changes nothing but the recordings, and one without any data nothing at
 * all, so that Ribbon's hiccups take nothing from a review. Summary, scores and questions are as the newest reply says.
 */
export function writeInterview(interview: RibbonInterview, contentHash: string): Promise<void> {
  return db().transaction(async (tx) => {
    // Even where it writes nothing it locks the row, so that two writers of one interview take turns.
    if (await upsertRow(tx, interview, contentHash)) {
      await upsertTranscript(tx, interview)
      await indexInterview(tx, interview.id, interview)
    }
    if (interview.state !== 'not_taken') await replaceRecordings(tx, interview)
  })
}

/** False when the stored row holds the same, or more. */
async function upsertRow(tx: Transaction, interview: RibbonInterview, contentHash: string): Promise<boolean> {
  const { candidate, segments, flowId, state, scores, generalScore, duration, talk } = interview
  const row = {
    ...{ flowId, state, scores, generalScore, duration, talk, contentHash },
    candidateName: candidate.name,
    candidateEmail: candidate.email,
    hasTranscript: segments.length > 0,
  }
  const written = await tx
    .insert(interviews)
    .values({ id: interview.id, teamId: interview.teamId, ...row })
    .onConflictDoUpdate({
      target: interviews.id,
      // Older versions of Ribbon's reply carry no team; one that is known stays known.
      set: { ...row, teamId: sql`coalesce(excluded.team_id, ${interviews.teamId})`, updatedAt: sql`now()` },
      setWhere: sql`${interviews.contentHash} <> excluded.content_hash AND ${LOSES_NOTHING}`,
    })
    .returning({ id: interviews.id })
  return written.length > 0
}

/** The data, the transcript, its times and, once there is one, that it has been processed: what is there must come again. */
const LOSES_NOTHING = sql`(excluded.state <> 'not_taken' OR ${interviews.state} = 'not_taken')
  AND (excluded.has_transcript OR NOT ${interviews.hasTranscript})
  AND (excluded.duration IS NOT NULL OR ${interviews.duration} IS NULL)
  AND (excluded.state = 'ready' OR ${interviews.state} <> 'ready' OR NOT ${interviews.hasTranscript})`

async function upsertTranscript(tx: Transaction, interview: RibbonInterview) {
  const { summary, segments, words, questions } = interview
  const content = { summary, segments, words, questions }
  await tx
    .insert(transcripts)
    .values({ interviewId: interview.id, ...content })
    .onConflictDoUpdate({ target: transcripts.interviewId, set: content })
}

/** A recording whose address is gone has been revoked. */
async function replaceRecordings(tx: Transaction, { id, recordings: urls }: RibbonInterview) {
  await tx.delete(recordings).where(eq(recordings.interviewId, id))
  const kept = RECORDING_KINDS.flatMap((kind) => {
    const url = urls[kind]
    return url === null ? [] : [{ interviewId: id, kind, url }]
  })
  if (kept.length > 0) await tx.insert(recordings).values(kept)

  const { audio, video } = urls
  const has = { hasAudio: audio !== null, hasVideo: video !== null }
  await tx
    .update(interviews)
    .set({ ...has, updatedAt: sql`now()` })
    .where(
      sql`${interviews.id} = ${id} AND (${interviews.hasAudio}, ${interviews.hasVideo}) <> (${has.hasAudio}, ${has.hasVideo})`,
    )
}
