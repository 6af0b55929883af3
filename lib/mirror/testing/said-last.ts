import { eq, getTableColumns, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '../../db/client'
import { interviewFacts, questionAnswers } from '../../db/schema/facts'
import { flows, interviews, recordings, scoreVersions, transcripts } from '../../db/schema/interviews'
import { replyPlaces, ribbonReplies } from '../../db/schema/mirror'
import { interviewTexts } from '../../db/schema/search'
import { factsOf } from '../../review/facts'
import { ribbonInterview } from '../../ribbon/interview'
import { documentOf } from '../../search/document'
import { decompressReply } from '../store/reply'

export type Wire = Record<string, unknown> & { interview_id: string; interview_data: Record<string, unknown> | null }
export type Flow = { id: string; team: string }

/** What is stored of a flow is what Ribbon said last. */
export async function expectFlow(id: string, told: (Flow | null)[]) {
  const [row] = await db().select().from(flows).where(eq(flows.id, id))
  const last = told.findLast((flow) => flow !== null)
  expect(row && { team: row.teamId, title: row.title }).toEqual(
    last && { team: last.team, title: `${id} of ${last.team}` },
  )
  if (row) expect(row.goneAt === null, 'it is gone when Ribbon did not know it any more').toBe(told.at(-1) !== null)
}

/** What is stored of an interview is what Ribbon said last: of what a reply has lost, what it said before. */
export async function expectInterview(
  id: string,
  asked: (Wire | null)[],
  teamOf: (flow: string | null) => string | undefined,
) {
  const [row] = await db()
    .select({ ...getTableColumns(interviews), words: sql<string[]>`tsvector_to_array(lexemes)` })
    .from(interviews)
    .where(eq(interviews.id, id))
  const last = asked.at(-1)
  if (last === undefined) return expect(row).toBeUndefined()
  if (last === null) return expect(row === undefined || row.goneAt !== null).toBe(true)
  const interview = ribbonInterview.parse(last)
  expect(row).toBeDefined()
  if (!row) return

  // Whatever the reply has lost.
  const team = interview.teamId ?? teamOf(interview.flowId)
  expect(row).toMatchObject({ flowId: interview.flowId, goneAt: null, ...(team ? { teamId: team } : {}) })
  expect(row.words).toContain(documentOf({ ...interview, segments: [] }).lexemes[0])
  const urls = await db().select().from(recordings).where(eq(recordings.interviewId, id))
  if (interview.state !== 'not_taken') {
    expect(urls.map(({ url }) => url)).toEqual(interview.recordings.audio ? [interview.recordings.audio] : [])
    expect(row.hasAudio).toBe(interview.recordings.audio !== null)
  }
  const isWhole = interview.state === 'ready' && interview.segments.length > 0
  if (isWhole) await expectContent(id, last, row)
}

async function expectContent(id: string, wire: Wire, row: object) {
  const interview = ribbonInterview.parse(wire)
  const { state: is, scores, generalScore, duration, talk, candidate, summary, segments, words, questions } = interview
  expect(row).toMatchObject({
    state: is,
    scores,
    generalScore,
    duration,
    talk,
    candidateName: candidate.name,
    hasTranscript: true,
  })
  const [transcript] = await db().select().from(transcripts).where(eq(transcripts.interviewId, id))
  expect(transcript).toEqual({ interviewId: id, summary, segments, words, questions })
  const facts = await db().select().from(interviewFacts).where(eq(interviewFacts.interviewId, id))
  const asked = await db()
    .select()
    .from(questionAnswers)
    .where(eq(questionAnswers.interviewId, id))
    .orderBy(questionAnswers.position)
  const made = factsOf(interview)
  expect(facts).toMatchObject([made.figures])
  expect(asked.map(({ questionKey, words: said }) => [questionKey, said])).toEqual(
    made.asked.map(({ key, words: said }) => [key, said]),
  )
  const { lexemes, texts } = documentOf(interview)
  expect(row).toMatchObject({ words: expect.arrayContaining(lexemes) as unknown })
  expect((row as { words: string[] }).words).toHaveLength(new Set(lexemes).size)
  const [text] = await db().select().from(interviewTexts).where(eq(interviewTexts.interviewId, id))
  expect(text).toEqual({ interviewId: id, ...texts })

  const [reply] = await db().select().from(ribbonReplies).where(eq(ribbonReplies.interviewId, id))
  const read = ribbonInterview.parse(await decompressReply(reply?.body ?? Buffer.alloc(0)))
  expect({ ...read, recordings: null }).toEqual({ ...interview, recordings: null })
  const [place] = await db().select().from(replyPlaces).where(eq(replyPlaces.interviewId, id))
  expect(place).toMatchObject({ isPartial: false })
  const versions = await db()
    .select()
    .from(scoreVersions)
    .where(eq(scoreVersions.interviewId, id))
    .orderBy(scoreVersions.replacedBy)
  expect(versions.at(-1)).not.toMatchObject({ scores, summary })
  for (const version of versions) expect(version.replacedBy).toBeLessThanOrEqual(place?.asked ?? 0)
}
