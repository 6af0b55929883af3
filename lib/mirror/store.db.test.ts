import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { interviews, recordings, transcripts } from '../db/schema'
import { givenInterview, ribbonInterviewWith } from '../db/testing/interview'
import { adoptFlowTeams, storeFlow } from './store-flows'
import { storeInterview } from './store-interview'

async function stored(id: string) {
  const [row] = await db()
    .select()
    .from(interviews)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .where(eq(interviews.id, id))
  return row
}

test('the same interview twice changes nothing, not even the time of the last change', async () => {
  const interview = await givenInterview()
  const before = await stored(interview.id)
  await storeInterview(interview)
  expect(await stored(interview.id)).toEqual(before)
})

test('a change is written, and when it was first seen stays', async () => {
  const interview = await givenInterview({ state: 'processing' })
  const before = await stored(interview.id)
  await storeInterview({ ...interview, state: 'ready', summary: 'Now there is one.' })
  const after = await stored(interview.id)
  expect(after?.interviews).toMatchObject({ state: 'ready', firstSeenAt: before?.interviews.firstSeenAt })
  expect(after?.transcripts.summary).toBe('Now there is one.')
})

test('a reply that lost the data or the transcript takes nothing away', async () => {
  const interview = await givenInterview()
  const before = await stored(interview.id)
  await storeInterview(ribbonInterviewWith({ id: interview.id, state: 'not_taken', segments: [], transcriptText: '' }))
  await storeInterview({ ...interview, segments: [], words: [], transcriptText: '' })
  expect(await stored(interview.id)).toEqual(before)
})

test('a revoked recording goes, its transcript stays', async () => {
  const interview = await givenInterview()
  await storeInterview({ ...interview, recordings: { audio: null, video: null } })
  expect(await db().select().from(recordings).where(eq(recordings.interviewId, interview.id))).toEqual([])
  expect((await stored(interview.id))?.transcripts.segments).toEqual(interview.segments)
})

test('an interview of an older API version gets the team of its flow', async () => {
  const [flowId, teamId] = [crypto.randomUUID(), crypto.randomUUID()]
  const interview = await givenInterview({ teamId: null, flowId })
  await storeFlow({
    id: flowId,
    teamId,
    title: 'Stocker',
    orgName: null,
    questions: [],
    language: null,
    hasVideo: false,
  })
  await adoptFlowTeams()
  expect((await stored(interview.id))?.interviews.teamId).toBe(teamId)

  await storeInterview({ ...interview, summary: 'Changed.' })
  expect((await stored(interview.id))?.interviews.teamId, 'a later reply without a team').toBe(teamId)
})
