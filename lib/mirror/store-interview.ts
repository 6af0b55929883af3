import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db, type Transaction } from '../db/client'
import { interviews, recordings, transcripts } from '../db/schema'
import { normalise } from '../interviews/normalise'
import type { RibbonInterview } from '../ribbon/interview'

/**
 * Writes what changed and nothing else: the same reply twice leaves no trace. A reply that has lost the data or the
 * transcript of an earlier one is not written at all, so that Ribbon's hiccups take nothing from a review.
 */
export async function storeInterview(interview: RibbonInterview): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await upsertRow(tx, interview))) return
    await upsertTranscript(tx, interview)
    await replaceRecordings(tx, interview)
  })
}

/** False when the stored row says the same already, or more. */
async function upsertRow(tx: Transaction, interview: RibbonInterview): Promise<boolean> {
  const row = {
    flowId: interview.flowId,
    state: interview.state,
    candidateName: interview.candidate.name,
    candidateEmail: interview.candidate.email,
    scores: interview.scores,
    generalScore: interview.generalScore,
    duration: interview.duration,
    talk: interview.talk,
    hasAudio: interview.recordings.audio !== null,
    hasVideo: interview.recordings.video !== null,
    hasTranscript: interview.segments.length > 0,
    contentHash: hashOf(interview),
  }
  const written = await tx
    .insert(interviews)
    .values({ id: interview.id, teamId: interview.teamId, ...row })
    .onConflictDoUpdate({
      target: interviews.id,
      // Older versions of Ribbon's reply carry no team; one that is known stays known.
      set: { ...row, teamId: sql`coalesce(excluded.team_id, ${interviews.teamId})`, updatedAt: sql`now()` },
      setWhere: sql`${interviews.contentHash} <> excluded.content_hash
        AND (excluded.state <> 'not_taken' OR ${interviews.state} = 'not_taken')
        AND (excluded.has_transcript OR NOT ${interviews.hasTranscript})`,
    })
    .returning({ id: interviews.id })
  return written.length > 0
}

async function upsertTranscript(tx: Transaction, interview: RibbonInterview) {
  const { candidate, summary, segments, words, questions } = interview
  const searched = [candidate.name ?? '', candidate.email ?? '', interview.transcriptText].join('\n')
  const content = { summary, segments, words, questions, searchText: normalise(searched) }
  await tx
    .insert(transcripts)
    .values({ interviewId: interview.id, ...content })
    .onConflictDoUpdate({ target: transcripts.interviewId, set: content })
}

/** A recording whose address is gone has been revoked. */
async function replaceRecordings(tx: Transaction, { id, recordings: urls }: RibbonInterview) {
  await tx.delete(recordings).where(sql`${recordings.interviewId} = ${id}`)
  const kept = (['audio', 'video'] as const).flatMap((kind) => {
    const url = urls[kind]
    return url === null ? [] : [{ interviewId: id, kind, url }]
  })
  if (kept.length > 0) await tx.insert(recordings).values(kept)
}

/** The reshaped reply's keys always come in the same order. */
function hashOf(interview: RibbonInterview) {
  return createHash('sha256').update(JSON.stringify(interview)).digest('base64url')
}
