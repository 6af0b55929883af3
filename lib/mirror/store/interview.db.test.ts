import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { flows, recordings, teams } from '../../db/schema/interviews'
import { arrives, givenFlow, givenInterview } from '../../db/testing/interview'
import { ribbonInterviewWith } from '../../interviews/testing/values'
import type { RibbonInterview } from '../../ribbon/interview'
import { takePlace } from './order'
import { storeTeams } from './flows'
import { stored } from '../testing/stored'

test('the same interview twice changes nothing, not even the time of the last change', async () => {
  const interview = await givenInterview()
  const before = await stored(interview.id)
  await arrives(interview)
  expect(await stored(interview.id)).toEqual(before)
})

test('a change is written, and when it was first seen stays', async () => {
  const interview = await givenInterview({ state: 'processing' })
  const before = await stored(interview.id)
  await arrives({ ...interview, state: 'ready', summary: 'Now there is one.' })
  const after = await stored(interview.id)
  expect(after?.interviews).toMatchObject({ state: 'ready', firstSeenAt: before?.interviews.firstSeenAt })
  expect(after?.transcripts.summary).toBe('Now there is one.')
})

const recordingsOf = (id: string) =>
  db().select().from(recordings).where(eq(recordings.interviewId, id)).orderBy(recordings.kind)

const NO_DATA = { segments: [], words: [], duration: null }

test.each<[string, Partial<RibbonInterview>]>([
  ['the data', { ...NO_DATA, state: 'not_taken', recordings: { audio: null, video: null } }],
  ['the transcript', NO_DATA],
  ['the times of its words', { words: [''], duration: null }],
  ['its processing', { state: 'processing', questions: [], summary: null }],
])('a reply that lost %s takes nothing away', async (_, lost) => {
  const interview = await givenInterview()
  const before = await stored(interview.id)
  await arrives({ ...interview, ...lost })
  expect(await stored(interview.id)).toEqual(before)
  expect(await recordingsOf(interview.id)).toHaveLength(1)
})

test('an empty transcript of a finished interview is filled as soon as it is there', async () => {
  const { id } = await givenInterview({ segments: [], words: [], duration: null })
  await arrives(ribbonInterviewWith({ id, state: 'processing' }))
  expect(await stored(id)).toMatchObject({ interviews: { state: 'processing', hasTranscript: true } })
})

test('a finished interview stays finished when a reply has no data', async () => {
  const { id } = await givenInterview(NO_DATA)
  await arrives(ribbonInterviewWith({ ...NO_DATA, id, state: 'not_taken' }))
  expect((await stored(id))?.interviews).toMatchObject({ state: 'ready', candidateName: 'Grace Hopper' })
})

test('a revoked recording goes, its transcript stays', async () => {
  const interview = await givenInterview()
  await arrives({ ...interview, recordings: { audio: null, video: null } })
  expect(await recordingsOf(interview.id)).toEqual([])
  const after = await stored(interview.id)
  expect(after?.interviews).toMatchObject({ hasAudio: false, hasVideo: false })
  expect(after?.transcripts.segments).toEqual(interview.segments)
})

test('a recording is revoked even by a reply that has lost its transcript', async () => {
  const interview = await givenInterview()
  await arrives({ ...interview, segments: [], words: [], recordings: { audio: null, video: null } })
  expect(await recordingsOf(interview.id)).toEqual([])
  expect((await stored(interview.id))?.interviews).toMatchObject({ hasAudio: false, hasTranscript: true })
})

test('a video that arrives later is added', async () => {
  const interview = await givenInterview()
  const video = 'https://cdn.example.com/a.mp4'
  await arrives({ ...interview, recordings: { ...interview.recordings, video } })
  expect((await recordingsOf(interview.id)).map(({ kind }) => kind)).toEqual(['audio', 'video'])
  expect((await stored(interview.id))?.interviews).toMatchObject({ hasAudio: true, hasVideo: true })
})

test('an address that is signed anew in each reply is stored, and counts as no change of the interview', async () => {
  const interview = await givenInterview()
  const before = await stored(interview.id)
  const audio = 'https://cdn.example.com/a.wav?signature=2'
  await arrives({ ...interview, recordings: { audio, video: null } })
  expect(await recordingsOf(interview.id)).toMatchObject([{ url: audio }])
  expect(await stored(interview.id)).toEqual(before)
})

test('an interview of an older API version has the team of its flow, also after the flow has moved', async () => {
  const [teamId, nextTeamId] = [crypto.randomUUID(), crypto.randomUUID()]
  const flow = await givenFlow({ teamId })
  const interview = await givenInterview({ teamId: null, flowId: flow.id })
  expect((await stored(interview.id))?.interviews.teamId).toBe(teamId)

  await givenFlow({ ...flow, teamId: nextTeamId })
  await arrives(interview)
  expect((await stored(interview.id))?.interviews.teamId).toBe(nextTeamId)
})

test('a team that is known stays known when a reply names none', async () => {
  const interview = await givenInterview({ flowId: crypto.randomUUID() })
  await arrives({ ...interview, teamId: null, summary: 'Changed.' })
  expect((await stored(interview.id))?.interviews.teamId).toBe(interview.teamId)
})

test('two writers of one interview take turns', async () => {
  const interview = ribbonInterviewWith()
  const versions = Array.from({ length: 10 }, (_, index) => ({ ...interview, summary: `Version ${index}` }))
  await Promise.all(versions.map((version) => arrives(version)))
  expect(await recordingsOf(interview.id)).toHaveLength(1)
})

test('a team that Ribbon names twice is one team, with its newest name', async () => {
  const [id, asked] = [crypto.randomUUID(), await takePlace()]
  await storeTeams([
    { id, name: 'Retail', asked },
    { id, name: 'Shops', asked },
  ])
  expect(await db().select().from(teams).where(eq(teams.id, id))).toMatchObject([{ id, name: 'Shops', asked }])
})

test('a flow that is back in the list is no longer gone', async () => {
  const flow = await givenFlow()
  await db().update(flows).set({ goneAt: '2026-11-23T12:00:00Z' }).where(eq(flows.id, flow.id))
  await givenFlow(flow)
  expect(await db().select().from(flows).where(eq(flows.id, flow.id))).toMatchObject([{ goneAt: null }])
})
