// Must hold 4.
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { givenViewer } from '../db/testing/fixtures'
import { NO_SCORES } from '../assessment/scores'
import { findRecordingUrl } from './queries'
import { asId } from '../db/testing/interview'

const URL_A = 'https://cdn.example.com/a.wav'

beforeEach(async () => {
  await db().delete(interviews)
  const base = { state: 'ready', scores: NO_SCORES, contentHash: 'none' } as const
  await db()
    .insert(interviews)
    .values([
      { ...base, id: 'a', teamId: 'team_a' },
      { ...base, id: 'nobody', teamId: null },
    ])
  await db()
    .insert(recordings)
    .values([
      { interviewId: 'a', kind: 'audio', url: URL_A },
      { interviewId: 'nobody', kind: 'audio', url: URL_A },
    ])
})

test('a member finds the recordings of their teams, an admin all of them', async () => {
  const member = await givenViewer({ teams: ['team_a', 'team_b'] })
  await expect(findRecordingUrl(member, asId('a'), 'audio')).resolves.toBe(URL_A)
  await expect(findRecordingUrl(await givenViewer({ role: 'admin' }), asId('nobody'), 'audio')).resolves.toBe(URL_A)
})

test('another team’s recording is not there for a stranger', async () => {
  for (const teams of [['team_b'], []]) {
    const stranger = await givenViewer({ teams })
    await expect(findRecordingUrl(stranger, asId('a'), 'audio')).resolves.toBeNull()
    await expect(findRecordingUrl(stranger, asId('nobody'), 'audio')).resolves.toBeNull()
  }
})

test('what does not exist is not there', async () => {
  const viewer = await givenViewer()
  for (const id of ['b', "a'--"]) await expect(findRecordingUrl(viewer, asId(id), 'audio')).resolves.toBeNull()
  await expect(findRecordingUrl(viewer, asId('a'), 'video')).resolves.toBeNull()
})
