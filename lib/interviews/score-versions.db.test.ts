import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { scoreVersions } from '../db/schema/interviews'
import { givenViewer } from '../db/testing/fixtures'
import { asId, arrives, givenInterview } from '../db/testing/interview'
import { generalScore, NO_SCORES } from '../assessment/scores'
import { MOST_FORMER } from '../mirror/store/keep-former-scores'
import { listScoreVersions } from './queries'

const team = () => `team_${crypto.randomUUID()}`
const scored = (communication: number, summary: string | null = 'As before.') => {
  const scores = { ...NO_SCORES, communication }
  return { scores, generalScore: generalScore(scores), summary }
}

test('what Ribbon said before it scored an interview anew is kept, the newest first', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const interview = await givenInterview({ teamId, ...scored(4) })
  expect(await listScoreVersions(viewer, interview.id)).toEqual([])

  await arrives({ ...interview, ...scored(3) })
  await arrives({ ...interview, ...scored(3, 'Another summary.') })
  expect(await listScoreVersions(viewer, interview.id)).toMatchObject([scored(3), scored(4)])
})

test('what is scored for the first time, what says the same and what has lost something is no new version', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const unscored = { scores: NO_SCORES, generalScore: null, summary: null }
  const interview = await givenInterview({ teamId, state: 'processing', ...unscored })
  await arrives({ ...interview, state: 'ready', ...scored(4) })
  await arrives({ ...interview, state: 'ready', ...scored(4), candidate: { name: 'Grace', email: null } })
  await arrives({ ...interview, state: 'ready', ...scored(2), segments: [] })
  expect(await listScoreVersions(viewer, interview.id)).toEqual([])
})

test('of what is said otherwise each time the first is kept, and the newest', async () => {
  const teamId = team()
  const interview = await givenInterview({ teamId, ...scored(4, 'Said at 0.') })
  const other = await givenInterview({ teamId, ...scored(4) })
  await arrives({ ...other, ...scored(3) })
  const last = MOST_FORMER + 7
  for (let turn = 1; turn <= last; turn++) await arrives({ ...interview, ...scored(4, `Said at ${turn}.`) })
  const { interviewId, replacedBy, summary } = scoreVersions
  const kept = await db()
    .select({ summary })
    .from(scoreVersions)
    .where(eq(interviewId, interview.id))
    .orderBy(replacedBy)
  const newest = Array.from({ length: MOST_FORMER - 1 }, (_, index) => `Said at ${last - MOST_FORMER + 1 + index}.`)
  expect(kept.map((version) => version.summary)).toEqual(['Said at 0.', ...newest])
  expect(await db().$count(scoreVersions, eq(interviewId, other.id))).toBe(1)
})

test('a stranger learns of no former score', async () => {
  const interview = await givenInterview({ teamId: team(), ...scored(4) })
  await arrives({ ...interview, ...scored(3) })
  expect(await listScoreVersions(await givenViewer({ teams: [team()] }), interview.id)).toEqual([])
  expect(await listScoreVersions(await givenViewer(), interview.id)).toHaveLength(1)
  expect(await listScoreVersions(await givenViewer(), asId('no id'))).toEqual([])
})
